-- peringatan: One row per control total that its leaves do not sum to.
select impor_id, nama_berkas, nama, di_berkas, dijumlah, selisih
from marts.rekonsiliasi
where selisih <> 0
