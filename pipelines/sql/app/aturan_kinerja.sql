-- The rows of marts.aturan_kinerja, as they are for every reader.
select *
from marts.aturan_kinerja
