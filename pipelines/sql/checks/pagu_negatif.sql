-- peringatan: One row per leaf whose ceiling is below zero.
select tahun, min(bulan) as bulan, kode_opd, kode_sub_kegiatan, kode_rekening, min(pagu) as pagu
from marts.anggaran
where pagu < 0
group by tahun, kode_opd, kode_sub_kegiatan, kode_rekening
