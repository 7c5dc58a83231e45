-- tolak: One row per judged OPD and month without a rule, a basis or a colour.
select tahun, bulan, kode_opd, cakupan, profil
from marts.rapor
where aturan_id is null or dasar_hukum is null or (alasan is null and warna = 'abu')
