-- One row per person's post, in numbers (marts.riwayat: in words): the span of days [mulai, selesai) in which it was held, and
-- what the end is taken from. Written; else the person's next definitive post; else whoever came next to the seat; else retirement; else it runs on.
with
pindah as (
    select orang, mulai, lead(mulai) over (partition by orang order by mulai) as berikut
    from (select distinct orang, mulai from core.riwayat_ringkas where jenis_penugasan = 'definitif') as hari
),
kedatangan as (
    select
        kode_jabatan, mulai,
        max(case when jenis_penugasan = 'definitif' then 1 else 0 end) as definitif,
        -- an acting official without an end was named because the definitive one had gone
        max(case when jenis_penugasan in ('plt', 'pj') and akhir_tertulis is null then 1 else 0 end) as pejabat_tetap,
        max(case when jenis_penugasan <> 'plh' then 1 else 0 end) as pejabat
    from core.riwayat_ringkas
    where kode_jabatan is not null
    group by kode_jabatan, mulai
),
sesudah as (
    select
        kode_jabatan, mulai,
        min(case when definitif = 1 or pejabat_tetap = 1 then mulai end) over kemudian as berikut_definitif,
        min(case when pejabat = 1 then mulai end) over kemudian as berikut_pejabat,
        min(mulai) over kemudian as berikut_siapa
    from kedatangan
    window kemudian as (
        partition by kode_jabatan order by mulai rows between 1 following and unbounded following
    )
),
hari_ini as (
    select max(akhir) as akhir from core.posisi
),
calon as (
    select
        r.*,
        case when r.jenis_penugasan = 'definitif' then p.berikut end as pindah_pada,
        case r.jenis_penugasan
            when 'definitif' then s.berikut_definitif
            when 'plh' then s.berikut_siapa
            else s.berikut_pejabat
        end as diganti_pada,
        case when o.berhenti > r.mulai and o.berhenti <= h.akhir then o.berhenti end as pensiun_pada
    from core.riwayat_ringkas as r
    cross join hari_ini as h
    left join pindah as p on r.orang = p.orang and r.mulai = p.mulai
    left join sesudah as s on r.kode_jabatan = s.kode_jabatan and r.mulai = s.mulai
    left join core.orang as o on r.orang = o.orang
)
select
    orang, mulai,
    coalesce(akhir_tertulis, least(coalesce(pindah_pada, diganti_pada), pensiun_pada), date '9999-12-31') as selesai,
    case
        when akhir_tertulis is not null then 'tertulis'
        when pensiun_pada < coalesce(pindah_pada, diganti_pada, date '9999-12-31') then 'pensiun'
        when pindah_pada is not null then 'pindah'
        when diganti_pada is not null then 'pengganti'
        else 'berjalan'
    end as akhir_dari,
    jenis_penugasan, kode_jabatan, judul, opd, unit, unor, eselon, tingkat, cara, no_sk, tgl_sk, kode_sk_batch,
    tmt_pelantikan, sumber, baris
from calon
