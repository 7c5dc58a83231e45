-- One row per seat and span of days [mulai, selesai) with one holder or none: no overlap, no gap since the first that is
-- recorded. Definitive before Pj, Plt and Plh; of two definitive the later TMT. Terms that follow each other are one.
with
masa as (
    select
        kode_jabatan, orang_id, jenis_penugasan, mulai, selesai, cara, no_sk, tgl_sk, kode_sk_batch, tmt_pelantikan,
        impor_id, urut, baris,
        case jenis_penugasan when 'definitif' then 1 when 'pj' then 2 when 'plt' then 3 else 4 end as pangkat
    from marts.riwayat
    where kode_jabatan is not null
),
titik as (
    select kode_jabatan, mulai as hari from masa
    union
    select kode_jabatan, selesai from masa
    union
    select kode_jabatan, date '9999-12-31' from masa
),
ruas as (
    select kode_jabatan, hari as mulai, lead(hari) over (partition by kode_jabatan order by hari) as selesai
    from titik
),
urutan as (
    select
        r.kode_jabatan, r.mulai, r.selesai, m.orang_id, m.jenis_penugasan, m.mulai as tmt, m.cara, m.no_sk,
        m.kode_sk_batch, m.tmt_pelantikan,
        row_number() over (
            partition by r.kode_jabatan, r.mulai
            order by
                m.pangkat, m.mulai desc, coalesce(m.tmt_pelantikan, m.mulai) desc,
                coalesce(m.tgl_sk, date '1900-01-01') desc, m.urut desc, m.orang_id, m.impor_id, m.baris
        ) as ke
    from ruas as r
    inner join masa as m on r.kode_jabatan = m.kode_jabatan and m.mulai <= r.mulai and m.selesai >= r.selesai
),
penuh as (
    select
        r.kode_jabatan, r.mulai, r.selesai, u.orang_id, u.tmt, u.cara, u.no_sk, u.kode_sk_batch, u.tmt_pelantikan,
        coalesce(u.jenis_penugasan, 'kosong') as keadaan
    from ruas as r
    left join urutan as u on r.kode_jabatan = u.kode_jabatan and r.mulai = u.mulai and u.ke = 1
    where r.selesai is not null
),
berganti as (
    select
        *,
        case
            when lag(keadaan) over seat is null then 1
            when orang_id is distinct from lag(orang_id) over seat or keadaan <> lag(keadaan) over seat then 1
            else 0
        end as baru
    from penuh
    window seat as (partition by kode_jabatan order by mulai)
),
bernomor as (
    select
        *,
        sum(baru) over (partition by kode_jabatan order by mulai rows between unbounded preceding and current row) as nomor
    from berganti
),
rangkai as (
    select
        kode_jabatan, nomor, keadaan, orang_id, mulai, cara, no_sk, kode_sk_batch, tmt_pelantikan,
        max(selesai) over (partition by kode_jabatan, nomor) as selesai,
        coalesce(min(tmt) over (partition by kode_jabatan, nomor), mulai) as masa_mulai,
        row_number() over (partition by kode_jabatan, nomor order by mulai) as ke
    from bernomor
),
orang as (
    -- runs of one person, whatever the kind of assignment, vacancies left out: who was there before
    select
        kode_jabatan, nomor, orang_id,
        case when orang_id = lag(orang_id) over (partition by kode_jabatan order by nomor) then 0 else 1 end as lain
    from rangkai
    where ke = 1 and orang_id is not null
),
giliran as (
    select
        kode_jabatan, nomor, orang_id, lain,
        sum(lain) over (partition by kode_jabatan order by nomor rows between unbounded preceding and current row) as gilir
    from orang
),
pendahulu as (
    select kode_jabatan, gilir, lag(orang_id) over (partition by kode_jabatan order by gilir) as sebelum
    from giliran
    where lain = 1
),
sebelum as (
    select
        r.kode_jabatan, r.nomor,
        -- before a vacancy: the last who left
        case when r.orang_id is null then lag(r.orang_id) over (partition by r.kode_jabatan order by r.nomor) else p.sebelum end
            as orang_id
    from rangkai as r
    left join giliran as g on r.kode_jabatan = g.kode_jabatan and r.nomor = g.nomor
    left join pendahulu as p on g.kode_jabatan = p.kode_jabatan and g.gilir = p.gilir
    where r.ke = 1
)
select
    r.kode_jabatan, k.kode_opd, k.kode_unit, r.mulai, r.selesai, r.keadaan, r.orang_id, r.masa_mulai, r.cara, r.no_sk,
    r.kode_sk_batch, r.tmt_pelantikan, b.orang_id as sebelum_orang_id
from rangkai as r
inner join marts.kursi as k on r.kode_jabatan = k.kode_jabatan
left join sebelum as b on r.kode_jabatan = b.kode_jabatan and r.nomor = b.nomor
where r.ke = 1
