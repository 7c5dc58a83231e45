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
        -- the month from which on the list of staff tells
        12 * year(o.tgl_daftar) + month(o.tgl_daftar) - s.daftar_mundur as sesudah_bulan,
        g.kode as peran,
        k.kode as kedudukan,
        coalesce(m.mulai, o.tmt_jabatan, date '1900-01-01') as mulai,
        m.mulai_cpns
    from core.orang as o
    cross join setelan as s
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
berurutan as (
    -- the posts of nearly everyone follow each other
    select j.orang, j.opd, j.mulai, j.selesai
    from pejabat as j
    left join tumpuk as t on j.orang = t.orang
    where t.orang is null
),
bertumpuk as (
    select
        j.orang, p.kurun, j.opd,
        -- of several at once the one taken up last
        row_number() over (
            partition by j.orang, p.kurun order by j.mulai desc, j.selesai desc, j.opd desc nulls last
        ) as ke
    from pejabat as j
    inner join tumpuk as t on j.orang = t.orang
    inner join core.skp_periode as p on j.mulai <= p.akhir and j.selesai > p.akhir
),
skp as (
    select s.orang, s.kurun, p.akhir, s.opd, s.segmen, x.isi, s.sampai > p.akhir as sampai_akhir
    from core.skp_dihitung as s
    inner join core.skp_periode as p on s.kurun = p.kurun
    inner join core.skp_isi as x
        on s.tulisan_rencana = x.tulisan_rencana and s.tulisan_nilai = x.tulisan_nilai and s.sampai = x.sampai
),
ada_skp as (
    -- the periods of a year in which a person has an SKP, one bit each: a year's rows are too many to be remembered one by one
    select orang, kurun - kurun % 100 as tahun, bit_or(cast(1 as bigint) << (kurun % 100)) as kurun_kurun
    from core.skp_dihitung
    group by orang, kurun - kurun % 100
),
tanpa_skp as (
    select d.orang, d.kurun, max(d.opd) as opd_jabatan, max(d.menjabat) = 1 as menjabat
    from (
        select j.orang, p.kurun, j.opd, 1 as menjabat
        from berurutan as j
        inner join core.skp_periode as p on j.mulai <= p.akhir and j.selesai > p.akhir
        union all
        select orang, kurun, opd, 1 from bertumpuk where ke = 1
        union all
        select o.orang, p.kurun, cast(null as integer), 0
        from orang as o
        inner join core.skp_periode as p
            on o.mulai <= p.akhir and o.berhenti > p.akhir and 12 * year(p.akhir) + month(p.akhir) > o.sesudah_bulan
    ) as d
    left join ada_skp as a on d.orang = a.orang and d.kurun - d.kurun % 100 = a.tahun
    where coalesce(a.kurun_kurun & (cast(1 as bigint) << (d.kurun % 100)), 0) = 0
    group by d.orang, d.kurun
),
nama as (
    select
        s.orang, s.kurun, coalesce(j.opd, t.opd) as opd_jabatan,
        j.orang is not null or t.orang is not null as menjabat,
        s.opd as opd_skp, s.segmen, s.isi, s.sampai_akhir
    from skp as s
    left join berurutan as j on s.orang = j.orang and j.mulai <= s.akhir and j.selesai > s.akhir
    left join bertumpuk as t on s.orang = t.orang and s.kurun = t.kurun and t.ke = 1
    union all
    select
        orang, kurun, opd_jabatan, menjabat, cast(null as integer), cast(null as integer), cast(null as integer), false
    from tanpa_skp
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
terbaca as (
    select
        n.*, p.akhir, o.tgl_daftar, o.kedudukan, o.mulai_cpns, x.peran_pegawai,
        o.opd as opd_daftar,
        o.berhenti, o.peran,
        o.orang is not null as terdaftar,
        coalesce(
            o.mulai <= p.akhir and o.berhenti > p.akhir and 12 * year(p.akhir) + month(p.akhir) > o.sesudah_bulan, false
        ) as didaftar
    from nama as n
    inner join core.skp_periode as p on n.kurun = p.kurun
    left join orang as o on n.orang = o.orang
    left join core.skp_isi as x on n.isi = x.isi
),
lengkap as (
    select
        t.kurun, t.orang, t.akhir,
        -- an SKP that does not reach the end says last of all where somebody stands
        coalesce(
            t.opd_jabatan, case when t.sampai_akhir then t.opd_skp end, case when t.didaftar then t.opd_daftar end, t.opd_skp
        ) as opd,
        case when t.menjabat then 1 when t.didaftar then 2 when t.sampai_akhir then 3 end as dasar,
        t.terdaftar,
        case
            when e.alasan is not null then e.alasan
            when coalesce(t.peran, t.peran_pegawai) = 'dikecualikan' then 'CPNS'
            -- somebody whose probation lay in that period; who set an SKP then is counted all the same
            when t.isi is null and t.mulai_cpns <= t.akhir
                and 12 * year(t.akhir) + month(t.akhir) < 12 * year(t.mulai_cpns) + month(t.mulai_cpns) + s.cpns then 'CPNS'
            when t.tgl_daftar <= t.akhir then t.kedudukan
        end as alasan,
        case when t.sampai_akhir then t.segmen end as segmen,
        case when t.sampai_akhir then t.isi end as isi
    from terbaca as t
    cross join setelan as s
    left join kecuali as e on t.orang = e.orang and t.kurun = e.kurun
    where
        (t.menjabat or t.didaftar or t.sampai_akhir)
        and coalesce(t.peran, t.peran_pegawai, '') <> 'bukan'
        -- a report may still carry who had retired by then
        and (t.menjabat or t.berhenti is null or t.berhenti > t.akhir)
)
select
    l.kurun, l.orang,
    coalesce(g2.ke_opd, g1.ke_opd, l.opd) as opd,
    cast(l.dasar as integer) as dasar,
    l.terdaftar, l.alasan, l.segmen, l.isi
from lengkap as l
left join gabung as g1 on l.opd = g1.opd and g1.sejak <= l.akhir
left join gabung as g2 on g1.ke_opd = g2.opd and g2.sejak <= l.akhir
