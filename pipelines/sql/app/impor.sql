-- The rows of marts.impor, as they are for every reader.
select *
from marts.impor
