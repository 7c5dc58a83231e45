-- One row per person and period with more than one row in SKP reports: nearly everyone has one.
select o.orang, s.kurun
from staging.skp as s
inner join core.orang_nip as o on s.nip_pasti = o.nip
group by o.orang, s.kurun
having count(*) > 1
