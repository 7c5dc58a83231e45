-- One row per profile, start of validity, month (null = every month) and band, worst band first: the rules in words.
select
    profil, ukuran, bulan, urutan, warna, batas_bawah, batas_atas, aturan_id, dasar_hukum, dasar_hukum_en, tag,
    berlaku_mulai, berlaku_sampai, label_id, label_en, rumus_id, rumus_en, bawaan
from core.pita
