-- One row per period and OPD whose predicate is known and whose head is: the head's rating of results beside the rating that
-- the organisation's predicate stands for. sesuai is null where the head has no rating.
select
    p.tahun, p.jenis_periode, p.periode, p.kode_opd, p.predikat as predikat_organisasi,
    k.orang_id, k.keadaan,
    case when k.keadaan = 'definitif' then n.hasil_sendiri else coalesce(n.hasil_plt, n.hasil_sendiri) end as hasil,
    r.hasil as hasil_semestinya,
    case when k.keadaan = 'definitif' then n.hasil_sendiri else coalesce(n.hasil_plt, n.hasil_sendiri) end = r.hasil as sesuai,
    r.aturan_id, r.dasar_hukum, r.dasar_hukum_en, r.tag
from core.predikat_organisasi as p
inner join core.skp_periode as e
    on p.tahun = e.tahun and p.jenis_periode = e.jenis_periode and p.periode = e.periode
inner join marts.kepala_opd as k
    on p.kode_opd = k.kode_opd and k.tahun = year(e.akhir) and k.bulan = month(e.akhir) and k.orang_id is not null
inner join raw.skp_kepala as r
    on p.predikat = r.organisasi
    and e.akhir >= r.berlaku_mulai and (r.berlaku_sampai is null or e.akhir < r.berlaku_sampai)
left join (
    -- the SKP of the headship: as Plt where the head is one and has such an SKP, else that of the own post
    select
        orang_id, tahun, jenis_periode, periode,
        max(case when plt then hasil end) as hasil_plt,
        max(case when not plt then hasil end) as hasil_sendiri
    from (
        select
            *,
            row_number() over (
                partition by orang_id, tahun, jenis_periode, periode, plt order by sampai desc, mulai desc, segmen desc
            ) as ke
        from core.skp
        where orang_id in (select orang_id from marts.kepala_opd)
    ) as urutan
    where ke = 1
    group by orang_id, tahun, jenis_periode, periode
) as n
    on k.orang_id = n.orang_id and p.tahun = n.tahun and p.jenis_periode = n.jenis_periode and p.periode = n.periode
