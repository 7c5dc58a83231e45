-- The rows of marts.aturan_pertanyaan, as they are for every reader.
select *
from marts.aturan_pertanyaan
