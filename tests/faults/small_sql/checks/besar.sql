-- peringatan: realisasi melebihi pagu
select s.kode_opd, s.bulan from marts.serap as s inner join marts.pagu as p on s.kode_opd = p.kode_opd
where s.realisasi > p.pagu
