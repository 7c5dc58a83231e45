-- One row per month table of targets, start of validity and month: the target where an OPD has neither cash plan nor letter.
select aturan_id, bulan, target_persen, dasar_hukum, dasar_hukum_en, tag, berlaku_mulai, berlaku_sampai
from raw.target_tabel
