-- One row per setting of meetings in force, with its legal basis and how sure it is (tag).
select * from raw.rapat_setelan
