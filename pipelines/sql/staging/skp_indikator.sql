-- One row per NIP, period, indicator code and aspect, as recorded last: target and realised as numbers where they are numbers.
with
dibaca as (
    select
        coalesce(i.nip, p.kode) as nip,
        cast(i.tahun as integer) as tahun,
        i.jenis_periode,
        case when i.jenis_periode = 'tahunan' then 0 else cast(i.periode as integer) end as periode,
        trim(i.kode_indikator) as kode_indikator,
        i.indikator, i.aspek, i.satuan, i.arah,
        nullif(trim(i.target), '') as target,
        nullif(trim(i.realisasi), '') as realisasi,
        coalesce(i.target_maksimum, false) as target_maksimum,
        nullif(trim(i.kode_indikator_pk), '') as kode_indikator_pk,
        i.urut, i.impor_id, i.lembar, i.baris
    from raw.skp_indikator as i
    left join staging.padanan as p
        on p.jenis = 'nip' and i.nip is null and i.nip_angka = p.tertulis
        and p.kunci_konteks in ('', lower(replace(i.nama, ' ', '')))
),
urutan as (
    select
        *,
        row_number() over (
            partition by nip, tahun, jenis_periode, periode, kode_indikator, lower(trim(aspek))
            order by urut desc, indikator, arah, target, realisasi, impor_id, lembar, baris
        ) as ke
    from dibaca
    where nip is not null and periode is not null
)
select
    u.nip, u.tahun, u.jenis_periode, u.periode, u.kode_indikator, u.indikator, u.aspek, u.satuan, u.arah, u.target, u.realisasi,
    u.target_maksimum, u.kode_indikator_pk,
    t.bawah as target_bawah,
    t.atas as target_atas,
    case when r.bawah = r.atas then r.bawah end as realisasi_angka,
    coalesce(t.meragukan, false) or coalesce(x.baku <> y.baku, false) as target_meragukan,
    coalesce(r.meragukan, false) or coalesce(z.baku <> y.baku, false) as realisasi_meragukan,
    u.impor_id, u.baris
from urutan as u
left join staging.tulisan_angka as t on u.target = t.kata
left join staging.tulisan_angka as r on u.realisasi = r.kata
left join staging.satuan_tertulis as x on t.satuan = x.ejaan
left join staging.satuan_tertulis as y on u.satuan = y.ejaan
left join staging.satuan_tertulis as z on r.satuan = z.ejaan
where u.ke = 1
