-- One row per year, month, kind of period and OPD: the period that month lies in, its people and how far their SKP got.
-- Counts of SKP are null where no report names anyone of the OPD, those of evaluations where none came with evaluations.
with
orang as (
    select
        tahun, jenis_periode, periode, kode_opd,
        min(awal) as awal, max(akhir) as akhir, max(rezim) as rezim,
        sum(n) as n_pegawai,
        sum(case when wajib then 0 else n end) as n_dikecualikan,
        sum(case when wajib then n else 0 end) as n_wajib,
        max(case when disusun then 1 else 0 end) as ada_laporan,
        max(case when ada_nilai then 1 else 0 end) as ada_nilai,
        max(ada_daftar) as ada_daftar,
        sum(case when wajib and disusun then n else 0 end) as n_disusun,
        sum(case when wajib and disetujui then n else 0 end) as n_disetujui,
        sum(case when wajib and dinilai then n else 0 end) as n_dinilai,
        sum(case when wajib and dinilai and predikat = 'sangat_baik' then n else 0 end) as n_sangat_baik,
        sum(case when wajib and dinilai and predikat = 'baik' then n else 0 end) as n_baik,
        sum(case when wajib and dinilai and predikat = 'butuh_perbaikan' then n else 0 end) as n_butuh_perbaikan,
        sum(case when wajib and dinilai and predikat = 'kurang' then n else 0 end) as n_kurang,
        sum(case when wajib and dinilai and predikat = 'sangat_kurang' then n else 0 end) as n_sangat_kurang,
        sum(case when wajib and dinilai and predikat is null then n else 0 end) as n_tanpa_predikat,
        sum(case when wajib and sesuai_matriks = false then n else 0 end) as n_beda_matriks
    from marts.skp_hitung
    group by tahun, jenis_periode, periode, kode_opd
),
indikator as (
    select
        tahun, jenis_periode, periode, kode_opd,
        count(*) as n_indikator_semua,
        count(capaian) as n_indikator,
        sum(capaian_rata) as capaian_jumlah
    from marts.indikator_skp
    where dihitung
    group by tahun, jenis_periode, periode, kode_opd
)
select
    o.tahun,
    cast(k.bulan as integer) as bulan,
    o.jenis_periode, o.periode, o.kode_opd,
    cast(o.n_pegawai as integer) as n_pegawai,
    cast(o.n_dikecualikan as integer) as n_dikecualikan,
    cast(o.n_wajib as integer) as n_wajib,
    case when o.ada_laporan = 1 then cast(o.n_disusun as integer) end as n_disusun,
    case when o.ada_laporan = 1 then cast(o.n_disetujui as integer) end as n_disetujui,
    case when o.ada_nilai = 1 then cast(o.n_dinilai as integer) end as n_dinilai,
    case when o.ada_nilai = 1 then cast(o.n_sangat_baik as integer) end as n_sangat_baik,
    case when o.ada_nilai = 1 then cast(o.n_baik as integer) end as n_baik,
    case when o.ada_nilai = 1 then cast(o.n_butuh_perbaikan as integer) end as n_butuh_perbaikan,
    case when o.ada_nilai = 1 then cast(o.n_kurang as integer) end as n_kurang,
    case when o.ada_nilai = 1 then cast(o.n_sangat_kurang as integer) end as n_sangat_kurang,
    case when o.ada_nilai = 1 then cast(o.n_tanpa_predikat as integer) end as n_tanpa_predikat,
    case when o.ada_nilai = 1 then cast(o.n_beda_matriks as integer) end as n_beda_matriks,
    cast(coalesce(i.n_indikator_semua, 0) as integer) as n_indikator_semua,
    cast(coalesce(i.n_indikator, 0) as integer) as n_indikator,
    cast(i.capaian_jumlah as decimal(38, 6)) as indikator_capaian_jumlah,
    o.rezim,
    p.predikat as predikat_organisasi,
    case when o.ada_daftar = 1 then 'pegawai' else 'laporan' end as dasar_wajib
from orang as o
inner join raw.kalender as k on k.awal >= o.awal and k.akhir <= o.akhir
left join indikator as i
    on o.tahun = i.tahun and o.jenis_periode = i.jenis_periode and o.periode = i.periode
    and o.kode_opd is not distinct from i.kode_opd
left join core.predikat_organisasi as p
    on o.tahun = p.tahun and o.jenis_periode = p.jenis_periode and o.periode = p.periode and o.kode_opd = p.kode_opd
