-- The rows of marts.nama, as they are for every reader.
select *
from marts.nama
