-- tolak: One row per leaf and month whose cumulative is not the sum of its months.
with
jumlah as (
    select
        tahun, bulan, kode_unit, kode_sub_kegiatan, kode_rekening, sumber_dana, dilaporkan, realisasi_kum,
        sum(realisasi_bulan) over (
            partition by tahun, kode_unit, kode_program, kode_kegiatan, kode_sub_kegiatan, kode_rekening, sumber_dana
            order by bulan rows between unbounded preceding and current row
        ) as dijumlah
    from marts.anggaran
)
select tahun, bulan, kode_unit, kode_sub_kegiatan, kode_rekening, realisasi_kum, dijumlah
from jumlah
where dilaporkan and realisasi_kum <> dijumlah
