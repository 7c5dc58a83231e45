-- The rows of marts.aturan_target: rules are everyone's.
select * from marts.aturan_target
