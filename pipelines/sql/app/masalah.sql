-- The rows of marts.masalah, as they are for every reader.
select *
from marts.masalah
