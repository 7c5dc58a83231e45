-- One row per rule that writes sentences and day from which it speaks: the pemda's own in place of the built-in one of its name.
select
    kunci, nomor, asal, isi, aturan_id, dasar_hukum, dasar_hukum_en, tag, berlaku_mulai, berlaku_sampai
from raw.pertanyaan
