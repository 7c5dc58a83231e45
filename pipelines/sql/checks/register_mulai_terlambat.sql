-- peringatan: One row per OPD and month taken as nil because its register of documents begins later in the year.
select distinct tahun, bulan, kode_induk as kode_opd, impor_id
from core.liputan
where bobot = 0
