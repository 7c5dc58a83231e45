-- One row per NIP, period, indicator code and aspect, as recorded last: target and realised as numbers where they are numbers.
-- A target may be a range ("80-90", "7 s.d. 8"). "1.234" can be read two ways and is left for a person (*_meragukan).
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
),
rapi as (
    select
        *,
        replace(replace(replace(replace(replace(
            translate(lower(target), '–—−  %', '---'), 'sampaidengan', '-'), 'sampai', '-'), 's.d.', '-'), 's/d', '-'), 'sd', '-')
            as target_rapi,
        translate(lower(realisasi), '−  %', '-') as realisasi_rapi
    from urutan
    where ke = 1
),
bagian as (
    select
        *,
        case when strpos(target_rapi, '-') > 1 then split_part(target_rapi, '-', 1) else target_rapi end as a,
        case when strpos(target_rapi, '-') > 1 then split_part(target_rapi, '-', 2) else target_rapi end as b,
        realisasi_rapi as r
    from rapi
),
angka as (
    -- dots between thousands go and the comma becomes a point; one dot alone stays the point it is in an exported number
    select
        *,
        case
            when strpos(a, ',') > 0 then replace(replace(a, '.', ''), ',', '.')
            when length(a) - length(replace(a, '.', '')) > 1 then replace(a, '.', '')
            else a
        end as a_titik,
        case
            when strpos(b, ',') > 0 then replace(replace(b, '.', ''), ',', '.')
            when length(b) - length(replace(b, '.', '')) > 1 then replace(b, '.', '')
            else b
        end as b_titik,
        case
            when strpos(r, ',') > 0 then replace(replace(r, '.', ''), ',', '.')
            when length(r) - length(replace(r, '.', '')) > 1 then replace(r, '.', '')
            else r
        end as r_titik,
        length(split_part(a, '.', 2)) = 3 and strpos(a, ',') = 0 and length(a) - length(replace(a, '.', '')) = 1
        and a not like '0.%' as a_dua_arti,
        length(split_part(b, '.', 2)) = 3 and strpos(b, ',') = 0 and length(b) - length(replace(b, '.', '')) = 1
        and b not like '0.%' as b_dua_arti,
        length(split_part(r, '.', 2)) = 3 and strpos(r, ',') = 0 and length(r) - length(replace(r, '.', '')) = 1
        and r not like '0.%' as r_dua_arti
    from bagian
)
select
    nip, tahun, jenis_periode, periode, kode_indikator, indikator, aspek, satuan, arah, target, realisasi, target_maksimum,
    try_cast(a_titik as decimal(18, 4)) as target_bawah,
    try_cast(b_titik as decimal(18, 4)) as target_atas,
    try_cast(r_titik as decimal(18, 4)) as realisasi_angka,
    coalesce(a_dua_arti or b_dua_arti, false) as target_meragukan,
    coalesce(r_dua_arti, false) as realisasi_meragukan,
    impor_id, baris
from angka
