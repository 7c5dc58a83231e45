-- One row per person, period, indicator and aspect of an SKP: attainment in percent, or why there is none (sebab).
-- The formula stands in core.capaian_angka. A category and a score exist only where PermenPANRB 8/2021 judges.
with
capaian as (
    select a.*, h.capaian, coalesce(a.cacat, h.sebab) as sebab
    from core.acuan_skp as a
    left join core.capaian_angka as h
        on a.cacat is null and a.realisasi_angka = h.nilai and a.target_bawah = h.bawah and a.target_atas = h.atas
        and a.arah = h.arah and a.cara = h.cara
),
puncak as (
    select max(capaian_atas) as tertinggi from raw.skp_iki
)
select
    c.orang_id, c.tahun, c.jenis_periode, c.periode, c.kode_indikator, c.indikator, c.aspek, c.satuan, c.arah,
    c.target, c.realisasi, c.target_bawah, c.target_atas, c.realisasi_angka, c.target_maksimum,
    c.capaian,
    case
        when c.capaian is not null
            then least(greatest(c.capaian, cast(0 as decimal(38, 6))), cast(c.rata_batas as decimal(38, 6)))
    end as capaian_rata,
    case when p.kategori is not null and c.target_maksimum and c.capaian >= 100 then 'sangat_baik' else p.kategori end
        as kategori,
    case
        when p.kategori is null then cast(null as decimal(18, 6))
        when c.target_maksimum and c.capaian >= 100 then cast(p.nilai_maksimum as decimal(18, 6))
        when p.capaian_bawah = p.capaian_atas then cast(p.nilai_bawah as decimal(18, 6))
        else cast(round(
            cast(p.nilai_bawah as double)
            + cast(p.nilai_atas - p.nilai_bawah as double)
            * cast(least(greatest(c.capaian, p.capaian_bawah), p.capaian_atas) - p.capaian_bawah as double)
            / nullif(cast(p.capaian_atas - p.capaian_bawah as double), 0), 6
        ) as decimal(18, 6))
    end as nilai_iki,
    c.sebab, z.rezim, c.kode_indikator_pk, c.akhir, c.impor_id, c.baris, c.orang
from capaian as c
cross join puncak as u
left join raw.skp_rezim as z
    on c.akhir >= z.berlaku_mulai and (z.berlaku_sampai is null or c.akhir < z.berlaku_sampai)
left join raw.skp_iki as p
    on c.akhir >= p.berlaku_mulai and (p.berlaku_sampai is null or c.akhir < p.berlaku_sampai)
    and c.capaian is not null and least(greatest(round(c.capaian, 0), 0), u.tertinggi) between p.capaian_bawah and p.capaian_atas
