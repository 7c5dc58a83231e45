-- peringatan: One row per action whose post that answers for it is none that the master or a history knows.
select id, kode_opd, hari_rapat, penanggung_tertulis
from marts.tindak_lanjut
where penanggung_tertulis is not null and kode_jabatan is null and (select count(*) from marts.kursi) > 0
