-- One row per problem found in an import.
select impor_id, kode, tingkat, lembar, baris, kolom, terbaca, pesan_id, pesan_en
from raw.masalah
