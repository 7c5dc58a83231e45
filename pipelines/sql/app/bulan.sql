-- The rows of marts.bulan, as they are for every reader.
select *
from marts.bulan
