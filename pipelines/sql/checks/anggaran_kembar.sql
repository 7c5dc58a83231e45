-- tolak: One row per leaf and month that stands twice in marts.anggaran.
select tahun, bulan, kode_unit, kode_sub_kegiatan, kode_rekening, sumber_dana, count(*) as n
from marts.anggaran
group by tahun, bulan, kode_unit, kode_program, kode_kegiatan, kode_sub_kegiatan, kode_rekening, sumber_dana
having count(*) > 1
