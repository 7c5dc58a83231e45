-- One row per action and span of days [dari, sampai) in which one due date was in force: that of the meeting, then that of each
-- extension from the day it was asked for; ke counts from 0. Of two asked for on one day the later due date counts.
with
urutan as (
    select
        p.tindak_lanjut_id, p.tanggal, p.tenggat_baru, p.alasan, p.disetujui,
        row_number() over (partition by p.tindak_lanjut_id, p.tanggal order by p.tenggat_baru desc, p.id) as ke
    from raw.perpanjangan as p
),
semua as (
    select id, date '1900-01-01' as dari, tenggat, cast(null as varchar) as alasan, cast(null as varchar) as disetujui
    from raw.tindak_lanjut
    union all
    select tindak_lanjut_id, tanggal, tenggat_baru, alasan, disetujui
    from urutan
    where ke = 1
)
select
    id, dari, tenggat, alasan, disetujui,
    cast(row_number() over (partition by id order by dari) - 1 as integer) as ke,
    lead(dari, 1, date '9999-12-31') over (partition by id order by dari) as sampai
from semua
