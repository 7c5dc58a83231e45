-- One row per person, period, indicator and aspect of an SKP: attainment in percent, or why there is none (sebab).
-- Missing, nil and unreadable are different things. A category and a score exist only where PermenPANRB 8/2021 judges.
with
setelan as (
    select
        max(case when kunci = 'capaian_turun' then nilai end) as cara_turun,
        max(case when kunci = 'rata_batas' then nilai end) as rata_batas
    from raw.skp_setelan
),
acuan as (
    select
        o.orang_id, o.orang, i.*, k.akhir, s.cara_turun, s.rata_batas,
        -- outside a range its nearer edge is the target; inside it the target is met
        case
            when i.realisasi_angka > i.target_atas then i.target_atas
            when i.realisasi_angka < i.target_bawah then i.target_bawah
            when i.target_bawah = i.target_atas then i.target_bawah
        end as t,
        i.realisasi_angka as r,
        case
            when i.target is null then 'tanpa_target'
            when i.target_meragukan then 'target_meragukan'
            when i.target_bawah is null or i.target_atas is null then 'target_bukan_angka'
            when i.target_bawah < 0 then 'target_negatif'
            when i.target_bawah > i.target_atas then 'rentang_terbalik'
            when i.realisasi is null then 'belum_dilaporkan'
            when i.realisasi_meragukan then 'realisasi_meragukan'
            when i.realisasi_angka is null then 'realisasi_bukan_angka'
        end as cacat
    from staging.skp_indikator as i
    cross join setelan as s
    inner join core.orang_nip as o on i.nip = o.nip
    inner join raw.kalender as k
        on i.tahun = k.tahun
        and k.bulan = case i.jenis_periode when 'tahunan' then 12 when 'triwulan' then 3 * i.periode else i.periode end
),
dihitung as (
    select
        *,
        case
            when cacat is not null or t is null or t <> 0 then cacat
            when arah = 'naik' and r = 0 then 'belum_ditargetkan'
            when arah = 'naik' then 'target_nol'
        end as sebab_nol,
        cast(round(
            case
                when t is null then 100
                when arah = 'naik' then 100 * cast(r as double) / nullif(cast(t as double), 0)
                when t = 0 and r = 0 then 100
                when t = 0 then 0
                when cara_turun = 1 then 100 * (2 * cast(t as double) - cast(r as double)) / nullif(cast(t as double), 0)
                else 100 * cast(t as double) / nullif(cast(r as double), 0)
            end, 6
        ) as decimal(38, 6)) as hasil_bagi
    from acuan
),
capaian as (
    select
        *,
        case
            when sebab_nol is not null then sebab_nol
            when hasil_bagi is null then 'realisasi_nol'
        end as sebab,
        case when sebab_nol is null then hasil_bagi end as capaian
    from dihitung
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
