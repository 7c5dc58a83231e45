-- peringatan: One row per audit recommendation that is settled with money still owed, or paid back beyond its value.
select id, kode_opd, no_lhp, nomor, status, nilai, disetor
from marts.temuan
where (status = 'sesuai' and disetor < nilai) or disetor > nilai
