-- The rows of marts.aturan_rapat: rules are everyone's.
select * from marts.aturan_rapat
