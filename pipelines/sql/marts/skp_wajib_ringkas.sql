-- One row per period and person who was on the staff when it ended, in numbers (marts.skp_wajib: in words): the OPD of that
-- day, whether an SKP was owed or why not (alasan), and the SKP that reaches the end (segmen and isi, null without one). On
-- the staff is who held a post then (dasar 1), else who stands on a list of staff not much younger (2), else who such an SKP
-- names (3). Non-ASN and outsourced people never are.
with
setelan as (
    select
        max(case when kunci = 'daftar_mundur_bulan' then nilai end) as daftar_mundur,
        max(case when kunci = 'cpns_bulan' then nilai end) as cpns
    from raw.skp_setelan
),
orang as (
    select
        o.orang, n.opd, o.tgl_daftar,
        coalesce(o.berhenti, date '9999-12-31') as berhenti,
        g.kode as peran,
        k.kode as kedudukan,
        coalesce(m.mulai, o.tmt_jabatan, date '1900-01-01') as mulai,
        m.mulai_cpns
    from core.orang as o
    left join core.orang_mulai as m on o.orang = m.orang
    left join core.opd_nomor as n on o.kode_opd = n.kode_opd
    left join raw.skp_kata as g on g.jenis = 'pegawai' and translate(lower(o.jenis), ' /-_().,', '') = g.tertulis
    left join raw.skp_kata as k
        on k.jenis = 'kedudukan' and translate(lower(o.status_aktif), ' /-_().,', '') = k.tertulis
),
pejabat as (
    select
        r.orang, r.opd, r.mulai, r.selesai,
        max(r.selesai) over (
            partition by r.orang order by r.mulai, r.selesai rows between unbounded preceding and 1 preceding
        ) > r.mulai as bertumpuk
    from marts.riwayat_ringkas as r
    where r.jenis_penugasan = 'definitif'
),
tumpuk as (
    select distinct orang from pejabat where bertumpuk
),
jabatan as (
    -- the posts of nearly everyone follow each other
    select j.orang, p.kurun, j.opd
    from pejabat as j
    inner join core.skp_periode as p on j.mulai <= p.akhir and j.selesai > p.akhir
    left join tumpuk as t on j.orang = t.orang
    where t.orang is null
    union all
    select orang, kurun, opd
    from (
        -- of several at once the one taken up last
        select
            j.orang, p.kurun, j.opd,
            row_number() over (
                partition by j.orang, p.kurun order by j.mulai desc, j.selesai desc, j.opd desc nulls last
            ) as ke
        from pejabat as j
        inner join tumpuk as t on j.orang = t.orang
        inner join core.skp_periode as p on j.mulai <= p.akhir and j.selesai > p.akhir
    ) as urutan
    where ke = 1
),
skp as (
    select s.orang, s.kurun, s.opd, s.segmen, x.isi, s.sampai > p.akhir as sampai_akhir
    from core.skp_ringkas as s
    inner join core.skp_periode as p on s.kurun = p.kurun
    inner join core.skp_isi as x
        on s.tulisan_rencana = x.tulisan_rencana and s.tulisan_nilai = x.tulisan_nilai and s.sampai = x.sampai
    left join core.skp_utama as u on s.orang = u.orang and s.kurun = u.kurun and s.segmen = u.segmen
    where not s.plt and (s.tunggal or u.orang is not null)
),
daftar as (
    select o.orang, p.kurun, o.opd
    from orang as o
    cross join setelan as s
    inner join core.skp_periode as p
        on o.mulai <= p.akhir
        and o.berhenti > p.akhir
        and 12 * year(p.akhir) + month(p.akhir) > 12 * year(o.tgl_daftar) + month(o.tgl_daftar) - s.daftar_mundur
),
bekerja as (
    select
        coalesce(j.orang, k.orang) as orang,
        coalesce(j.kurun, k.kurun) as kurun,
        j.orang is not null as menjabat,
        j.opd as opd_jabatan,
        k.opd as opd_skp,
        k.segmen, k.isi,
        coalesce(k.sampai_akhir, false) as sampai_akhir
    from jabatan as j
    full join skp as k on j.orang = k.orang and j.kurun = k.kurun
),
nama as (
    select
        coalesce(b.orang, d.orang) as orang,
        coalesce(b.kurun, d.kurun) as kurun,
        case when b.menjabat then 1 when d.orang is not null then 2 when b.sampai_akhir then 3 end as dasar,
        -- an SKP that does not reach the end says last of all where somebody stands
        coalesce(b.opd_jabatan, case when b.sampai_akhir then b.opd_skp end, d.opd, b.opd_skp) as opd,
        b.segmen, b.isi,
        coalesce(b.sampai_akhir, false) as sampai_akhir
    from bekerja as b
    full join daftar as d on b.orang = d.orang and b.kurun = d.kurun
),
kecuali as (
    select o.orang, p.kurun, min(e.alasan) as alasan
    from staging.pengecualian as e
    inner join core.orang_nip as o on e.nip = o.nip
    inner join core.skp_periode as p on e.mulai <= p.akhir and e.sampai > p.akhir
    group by o.orang, p.kurun
),
gabung as (
    select d.opd, g.sejak, k.opd as ke_opd
    from core.gabung as g
    inner join core.opd_nomor as d on g.kode_opd = d.kode_opd
    inner join core.opd_nomor as k on g.ke_opd = k.kode_opd
),
lengkap as (
    select
        n.kurun, n.orang, p.akhir,
        n.opd, n.dasar,
        o.orang is not null as terdaftar,
        case
            when e.alasan is not null then e.alasan
            when coalesce(o.peran, x.peran_pegawai) = 'dikecualikan' then 'CPNS'
            -- somebody whose probation lay in that period; who set an SKP then is counted all the same
            when n.isi is null and o.mulai_cpns <= p.akhir
                and 12 * year(p.akhir) + month(p.akhir) < 12 * year(o.mulai_cpns) + month(o.mulai_cpns) + s.cpns then 'CPNS'
            when o.tgl_daftar <= p.akhir then o.kedudukan
        end as alasan,
        case when n.sampai_akhir then n.segmen end as segmen,
        case when n.sampai_akhir then n.isi end as isi
    from nama as n
    cross join setelan as s
    inner join core.skp_periode as p on n.kurun = p.kurun
    left join orang as o on n.orang = o.orang
    left join core.skp_isi as x on n.isi = x.isi
    left join kecuali as e on n.orang = e.orang and n.kurun = e.kurun
    where
        n.dasar is not null
        and coalesce(o.peran, x.peran_pegawai, '') <> 'bukan'
        -- a report may still carry who had retired by then
        and (n.dasar = 1 or o.berhenti is null or o.berhenti > p.akhir)
)
select
    l.kurun, l.orang,
    coalesce(g2.ke_opd, g1.ke_opd, l.opd) as opd,
    cast(l.dasar as integer) as dasar,
    l.terdaftar, l.alasan, l.segmen, l.isi
from lengkap as l
left join gabung as g1 on l.opd = g1.opd and g1.sejak <= l.akhir
left join gabung as g2 on g1.ke_opd = g2.opd and g2.sejak <= l.akhir
