-- peringatan: One row per promise that no figure can ever judge as it is written: an indicator nobody set or of another OPD, a
-- measure that units do not have, a unit without money of its own.
select id, kode_opd, kode_unit, ukuran, kode_indikator, tanggal_janji, sebab
from marts.komitmen
where sebab in ('indikator_tak_dikenal', 'indikator_opd_lain', 'ukuran_tanpa_unit', 'unit_tanpa_anggaran', 'unit_berakhir')
