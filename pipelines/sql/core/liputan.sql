-- One row per kind, year, month and unit: the import (and version) whose rows are in force there.
-- A later import replaces an earlier one for the units both speak of. One that carries the OPD's own code speaks of the
-- OPD whole and replaces everything before it; rows of the OPD's own code alone are a total and give way to later rows of
-- its units; units beside each other never replace one another. Amounts of another basis cannot be added: they give way.
with
urutan as (
    select
        *,
        dense_rank() over (
            partition by jenis, tahun, bulan, kode_induk
            order by bobot, tgl_berlaku, direkam_pada, urut, versi
        ) as ke
    from core.calon_liputan
),
isi as (
    select
        *,
        max(case when kode_unit = kode_induk then 1 else 0 end) over (
            partition by jenis, tahun, bulan, kode_induk, ke
        ) as ada_induk,
        max(case when kode_unit <> kode_induk then 1 else 0 end) over (
            partition by jenis, tahun, bulan, kode_induk, ke
        ) as ada_anak,
        max(ke) over (partition by jenis, tahun, bulan, kode_induk, kode_unit) as ke_unit,
        max(ke) over (partition by jenis, tahun, bulan, kode_induk) as ke_akhir
    from urutan
),
puncak as (
    select
        *,
        max(case when ada_induk = 1 then ke else 0 end) over (
            partition by jenis, tahun, bulan, kode_induk
        ) as ke_utuh,
        max(case when ke = ke_akhir then basis end) over (
            partition by jenis, tahun, bulan, kode_induk
        ) as basis_akhir
    from isi
)
select distinct
    jenis, tahun, bulan, kode_induk, kode_unit, impor_id, urut, direkam_pada, versi, tgl_berlaku, basis, bobot
from puncak
where
    ke = ke_unit
    and ke >= ke_utuh
    and (ke = ke_akhir or kode_unit <> kode_induk or ada_anak = 1)
    and basis = basis_akhir
