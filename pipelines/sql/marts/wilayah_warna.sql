-- One row per area, macro indicator, year, period and profile that judges attainment, where there is an RKPD attainment: its
-- colour by the rule in force at the end of the year, with the legal basis. Without a direction there is none.
select
    w.kode_wilayah, w.kode_makro, w.tahun, w.periode, w.capaian, p.profil, p.warna, p.urutan, p.aturan_id, p.dasar_hukum,
    p.dasar_hukum_en, p.tag
from marts.indikator_wilayah as w
inner join raw.kalender as k on w.tahun = k.tahun and k.bulan = 12
inner join core.pita as p
    on p.ukuran = 'capaian' and p.berlaku_mulai <= k.akhir and (p.berlaku_sampai is null or p.berlaku_sampai > k.akhir)
    and (p.batas_bawah is null or w.capaian >= p.batas_bawah)
    and (p.batas_atas is null or w.capaian < p.batas_atas)
where w.capaian is not null
