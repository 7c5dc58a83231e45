-- tolak: realisasi negatif
select kode_opd, bulan, realisasi from marts.serap where realisasi < 0
