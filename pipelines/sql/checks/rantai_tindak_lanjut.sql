-- peringatan: One row per action that is said to carry on one that is unknown, later, or carried on from itself: it starts anew.
select id, kode_opd, hari_rapat, lanjutan_dari
from marts.tindak_lanjut
where rantai_putus
