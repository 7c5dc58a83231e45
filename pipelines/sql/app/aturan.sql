-- The rows of marts.aturan, as they are for every reader.
select *
from marts.aturan
