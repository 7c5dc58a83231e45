-- One row per indicator, year, quarter and indicator above it, how many steps up (jarak; itself at 0) and whose the lower one is.
select l.kode_indikator, l.tahun, l.triwulan, l.leluhur, l.jarak, l.lingkar, i.kode_opd, i.lingkup
from core.leluhur as l
inner join core.indikator as i on l.kode_indikator = i.kode_indikator and l.tahun = i.tahun and l.triwulan = i.triwulan
