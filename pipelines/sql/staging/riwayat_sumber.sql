-- One row per import and sheet of histories: its number, and when it was recorded.
select
    cast(row_number() over (order by urut, impor_id, lembar) as integer) as sumber,
    impor_id, urut, direkam_pada, lembar
from (select distinct impor_id, urut, direkam_pada, lembar from raw.riwayat_jabatan) as lembar_berkas
