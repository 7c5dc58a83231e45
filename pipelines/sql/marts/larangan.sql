-- One row per span of days [mulai, sampai) in which replacing officials needs written approval, by the dates of the pemda.
select jenis, mulai, sampai, aturan_id, dasar_hukum, dasar_hukum_en, tag
from raw.larangan
