-- The rows of marts.larangan, as they are for every reader.
select *
from marts.larangan
