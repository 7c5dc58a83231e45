-- One row per setting of targets in force, with its legal basis and how sure it is (tag).
select * from raw.target_setelan
