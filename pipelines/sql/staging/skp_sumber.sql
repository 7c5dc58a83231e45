-- One row per import and sheet of SKP reports: its number, and what the import speaks of.
-- An import that shows no evaluation at all speaks of plans only, one that shows no status of evaluations only: a blank in
-- the first kind says nothing of what the other kind says.
with
lembar as (
    select
        impor_id, urut, lembar,
        max(case when status is not null then 1 else 0 end) as status,
        max(case when hasil_kerja is not null or perilaku is not null or predikat is not null or nilai_lama is not null
            then 1 else 0 end) as nilai
    from raw.skp
    group by impor_id, urut, lembar
),
impor as (
    select impor_id, max(status) = 1 as ada_status, max(nilai) = 1 as ada_nilai from lembar group by impor_id
)
select
    cast(row_number() over (order by l.urut, l.impor_id, l.lembar) as integer) as sumber,
    l.impor_id, l.urut, l.lembar,
    i.ada_status or not i.ada_nilai as bawa_rencana,
    i.ada_nilai as bawa_nilai
from lembar as l
inner join impor as i on l.impor_id = i.impor_id
