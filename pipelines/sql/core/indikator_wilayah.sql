-- One row per area, indicator, year and period: its figure and the targets others set, those of the nation and of the area above,
-- the figure a year before, and the direction where it is known. Units are as written and in one spelling; figures in another
-- unit stand beside nothing.
with
disatukan as (
    select
        kode_wilayah, kode_makro, tahun, periode,
        max(nama_wilayah) as nama_tertulis,
        max(indikator) as indikator,
        max(case when jenis = 'nilai' then angka end) as nilai,
        max(case when jenis = 'nasional' then angka end) as nasional_tertulis,
        max(case when jenis = 'target_rkp' then angka end) as target_rkp,
        max(case when jenis = 'target_rpjmn' then angka end) as target_rpjmn,
        max(case when jenis = 'target_rkpd' then angka end) as target_rkpd,
        max(case when jenis = 'target_kewilayahan' then angka end) as target_kewilayahan,
        coalesce(max(case when jenis = 'nilai' then satuan end), max(satuan)) as satuan,
        max(case when jenis = 'nilai' then versi end) as versi,
        max(case when jenis = 'nilai' then sumber end) as sumber,
        max(case when jenis = 'nilai' then impor_id end) as impor_id
    from core.angka_wilayah
    group by kode_wilayah, kode_makro, tahun, periode
),
bertingkat as (
    select
        d.*,
        coalesce(w.nama, d.nama_tertulis, d.kode_wilayah) as wilayah,
        w.kode_kemendagri,
        case
            when d.kode_wilayah = '1000' then 'nasional'
            when length(d.kode_wilayah) = 2 or (length(d.kode_wilayah) = 4 and d.kode_wilayah like '%00') then 'provinsi'
            when length(d.kode_wilayah) = 4 then 'kabupaten'
            else 'kecamatan'
        end as tingkat,
        case
            when d.kode_wilayah = '1000' then cast(null as varchar)
            when length(d.kode_wilayah) = 2 or (length(d.kode_wilayah) = 4 and d.kode_wilayah like '%00') then '1000'
            when length(d.kode_wilayah) = 4 then concat(substr(d.kode_wilayah, 1, 2), '00')
            else substr(d.kode_wilayah, 1, 4)
        end as induk,
        case when length(d.kode_wilayah) > 2 then concat(substr(d.kode_wilayah, 1, 2), '00') end as kode_provinsi,
        coalesce(s.baku, nullif(lower(trim(d.satuan)), '')) as satuan_baku
    from disatukan as d
    left join raw.wilayah as w on d.kode_wilayah = w.kode
    left join raw.satuan as s on lower(trim(d.satuan)) = s.ejaan
)
select
    b.kode_wilayah, b.kode_kemendagri, b.wilayah, b.tingkat, b.induk, b.kode_makro, b.tahun, b.periode, b.indikator, b.satuan,
    b.satuan_baku, b.nilai, b.target_rkp, b.target_rpjmn, b.target_rkpd, b.target_kewilayahan, b.versi, b.sumber, b.impor_id,
    coalesce(n.nilai, b.nasional_tertulis) as nasional,
    n.versi as versi_nasional,
    case when b.tingkat in ('kabupaten', 'kecamatan') then p.nilai end as provinsi,
    l.nilai as tahun_lalu,
    a.arah,
    a.asal as asal_arah,
    case
        when a.arah = 'turun' and coalesce(a.rumus_turun, case when u.nilai = 2 then 'banding' else 'selisih' end) = 'banding'
            then 'banding'
        else 'selisih'
    end as cara
from bertingkat as b
inner join raw.target_setelan as u on u.kunci = 'capaian_turun'
left join bertingkat as n
    on n.kode_wilayah = '1000' and b.kode_makro = n.kode_makro and b.tahun = n.tahun and b.periode = n.periode
    and coalesce(b.satuan_baku, n.satuan_baku, '') = coalesce(n.satuan_baku, b.satuan_baku, '')
left join bertingkat as p
    on b.kode_provinsi = p.kode_wilayah and b.kode_makro = p.kode_makro and b.tahun = p.tahun and b.periode = p.periode
    and coalesce(b.satuan_baku, p.satuan_baku, '') = coalesce(p.satuan_baku, b.satuan_baku, '')
left join bertingkat as l
    on b.kode_wilayah = l.kode_wilayah and b.kode_makro = l.kode_makro and b.tahun - 1 = l.tahun and b.periode = l.periode
    and coalesce(b.satuan_baku, l.satuan_baku, '') = coalesce(l.satuan_baku, b.satuan_baku, '')
left join core.arah_makro as a on b.kode_makro = a.kode_makro
