-- One row per NIP: the person it belongs to. The NIPs of one person are tied by ASN id and by "NIP before".
-- Labels run along the ties and jump ahead to the label's own label, so that three rounds reach a chain of many NIPs.
-- The label is the earliest NIP: by its year and month of appointment, then by itself. Large tables hold the person's number
-- within this build (orang) instead of the id.
with
ikatan as (
    select nip, 'id ' || id_asn as simpul from raw.pegawai where nip is not null and id_asn is not null
    union
    select nip, 'nip ' || nip_lama from raw.pegawai where nip is not null and nip_lama is not null
    union
    select nip_lama, 'nip ' || nip_lama from raw.pegawai where nip is not null and nip_lama is not null
),
bersama as (
    -- what ties a crowd is no id ("0", "-"): nobody has changed NIP ten times
    select simpul from ikatan group by simpul having min(nip) <> max(nip) and count(distinct nip) < 10
),
tepi as (
    select i.nip, i.simpul
    from ikatan as i
    inner join bersama as b on i.simpul = b.simpul
),
label0 as (
    select distinct nip, substr(nip, 9, 6) || nip as label from tepi
),
sebar1 as (
    select t.nip, min(s.label) as label
    from tepi as t
    inner join (
        select e.simpul, min(l.label) as label from tepi as e inner join label0 as l on e.nip = l.nip group by e.simpul
    ) as s on t.simpul = s.simpul
    group by t.nip
),
label1 as (
    select a.nip, least(a.label, b.label) as label
    from sebar1 as a
    inner join sebar1 as b on substr(a.label, 7) = b.nip
),
sebar2 as (
    select t.nip, min(s.label) as label
    from tepi as t
    inner join (
        select e.simpul, min(l.label) as label from tepi as e inner join label1 as l on e.nip = l.nip group by e.simpul
    ) as s on t.simpul = s.simpul
    group by t.nip
),
label2 as (
    select a.nip, least(a.label, b.label) as label
    from sebar2 as a
    inner join sebar2 as b on substr(a.label, 7) = b.nip
),
sebar3 as (
    select t.nip, min(s.label) as label
    from tepi as t
    inner join (
        select e.simpul, min(l.label) as label from tepi as e inner join label2 as l on e.nip = l.nip group by e.simpul
    ) as s on t.simpul = s.simpul
    group by t.nip
),
label3 as (
    select a.nip, least(a.label, b.label) as label
    from sebar3 as a
    inner join sebar3 as b on substr(a.label, 7) = b.nip
),
pertama as (
    select n.nip, coalesce(substr(l.label, 7), n.nip) as nip_pertama
    from staging.nip as n
    left join label3 as l on n.nip = l.nip
)
select
    p.nip, p.nip_pertama,
    'P' || substr(md5(g.garam || '|' || p.nip_pertama), 1, 12) as orang_id,
    cast(dense_rank() over (order by p.nip_pertama) as integer) as orang
from pertama as p
cross join raw.garam as g
