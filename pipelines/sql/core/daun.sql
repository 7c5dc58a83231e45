-- One row per leaf of a year's budget: unit, place in the plan, account and source of funds, with a number to join by.
with
kunci as (
    select
        daun_id, tahun, kode_unit, simpul, kode_rekening, sumber_dana,
        max(nullif(kode_program, '')) as program_tertulis,
        max(nullif(kode_kegiatan, '')) as kegiatan_tertulis,
        max(nullif(kode_sub_kegiatan, '')) as kode_sub_kegiatan,
        max(ada_pagu) as ada_pagu
    from core.kunci_daun
    group by daun_id, tahun, kode_unit, simpul, kode_rekening, sumber_dana
),
induk as (
    select kode_unit, max(kode_tertulis) as kode_sipd
    from core.unit
    where kode_tertulis like '_.__._.__._.__.__.____'
    group by kode_unit
),
bagian as (
    select
        k.*,
        -- a well-formed code says its own program and kegiatan; otherwise what the file writes beside it
        case when k.simpul like '_.__.__._.__%' then substr(k.simpul, 1, 12) end as kegiatan_dari_kode,
        case when k.simpul like '_.__.__%' then substr(k.simpul, 1, 7) end as program_dari_kode,
        case
            when k.simpul like '_.__%' then substr(k.simpul, 1, 4)
            else substr(i.kode_sipd, 1, 4)
        end as kode_bidang
    from kunci as k
    left join induk as i on k.kode_unit = i.kode_unit
)
select
    daun_id, tahun, kode_unit, simpul, kode_rekening,
    nullif(sumber_dana, '') as sumber_dana,
    substr(kode_bidang, 1, 1) as kode_urusan,
    kode_bidang,
    coalesce(program_dari_kode, program_tertulis) as kode_program,
    coalesce(kegiatan_dari_kode, kegiatan_tertulis) as kode_kegiatan,
    kode_sub_kegiatan,
    case when kode_rekening like '5._%' then substr(kode_rekening, 1, 3) end as kode_kelompok_belanja,
    case when kode_rekening like '5._.__%' then substr(kode_rekening, 1, 6) end as kode_jenis,
    -- unknown for an account that stops above the level where pegawai can be told from the rest
    case
        when kode_rekening like '5.1.01%' or kode_rekening like '5.3%' then true
        when kode_rekening in ('5', '5.1') then cast(null as boolean)
        else false
    end as pegawai_btt,
    ada_pagu
from bagian
