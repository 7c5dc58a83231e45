-- One row per writing of a target or result of an indicator: the number it stands for, or the range ("80-90", "7 s.d. 8"), and the
-- unit written with it ("15 menit", "Rp100", "80 %"), which whoever takes the number holds against the indicator's own.
-- "1.234" can be read two ways and is left for a person (meragukan); what is no number has none.
with
tertulis as (
    select target as kata from raw.skp_indikator
    union
    select realisasi from raw.skp_indikator
    union
    select target_tahun from raw.target_daerah
    union
    select target_tw1 from raw.target_daerah
    union
    select target_tw2 from raw.target_daerah
    union
    select target_tw3 from raw.target_daerah
    union
    select target_tw4 from raw.target_daerah
    union
    select realisasi_tahun_lalu from raw.target_daerah
    union
    select target_rpjmd from raw.target_daerah
    union
    select pembanding_nasional from raw.target_daerah
    union
    select pembanding_provinsi from raw.target_daerah
    union
    select target_tahun from raw.pk_indikator
    union
    select target_tw1 from raw.pk_indikator
    union
    select target_tw2 from raw.pk_indikator
    union
    select target_tw3 from raw.pk_indikator
    union
    select target_tw4 from raw.pk_indikator
    union
    select realisasi_tahun_lalu from raw.pk_indikator
    union
    select target_renstra from raw.pk_indikator
    union
    select realisasi_renstra from raw.pk_indikator
    union
    select realisasi from raw.pk_realisasi
),
rapi as (
    select distinct
        trim(kata) as kata,
        replace(replace(replace(replace(replace(
            translate(lower(trim(kata)), '–—−  %', '---'), 'sampaidengan', '-'), 'sampai', '-'), 's.d.', '-'), 's/d', '-'),
            'sd', '-') as rapi,
        strpos(kata, '%') > 0 as persen
    from tertulis
    where nullif(trim(kata), '') is not null
),
terpisah as (
    select
        kata, persen, rapi,
        translate(rapi, 'abcdefghijklmnopqrstuvwxyz/', '') as angka,
        translate(rapi, '0123456789.,-', '') as huruf
    from (select kata, persen, replace(trim(trailing '.' from rapi), 'rp.', 'rp') as rapi from rapi) as r
),
bersatuan as (
    -- letters are a unit only behind the whole number, or Rp before it: "15 menit", never "3x4" or "minimal 3"
    select
        kata,
        case when persen then '%' when huruf <> '' and rapi in (angka || huruf, 'rp' || angka) then huruf end as satuan,
        case when rapi in (angka || huruf, 'rp' || angka) then angka else rapi end as rapi
    from terpisah
),
sisi as (
    select
        kata, satuan,
        case when strpos(rapi, '-') > 1 then split_part(rapi, '-', 1) else rapi end as a,
        case when strpos(rapi, '-') > 1 then split_part(rapi, '-', 2) else rapi end as b
    from bersatuan
),
titik as (
    -- dots between thousands go and the comma becomes a point; one dot alone stays the point it is in an exported number
    select
        kata, satuan,
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
        length(split_part(a, '.', 2)) = 3 and strpos(a, ',') = 0 and length(a) - length(replace(a, '.', '')) = 1
        and a not like '0.%' as a_dua_arti,
        length(split_part(b, '.', 2)) = 3 and strpos(b, ',') = 0 and length(b) - length(replace(b, '.', '')) = 1
        and b not like '0.%' as b_dua_arti
    from sisi
)
select
    kata,
    try_cast(a_titik as decimal(18, 4)) as bawah,
    try_cast(b_titik as decimal(18, 4)) as atas,
    coalesce(a_dua_arti or b_dua_arti, false) as meragukan,
    satuan
from titik
