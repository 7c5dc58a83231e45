-- One row per period and person who was on the staff when it ended: the OPD of that day, whether an SKP was owed or why not
-- (alasan), and how far it got. On the staff is who held a post then, else who an SKP that reaches the end names, else who
-- stands on a list of staff not much younger. Non-ASN and outsourced people never are.
with
setelan as (
    select
        max(case when kunci = 'daftar_mundur_bulan' then nilai end) as daftar_mundur,
        max(case when kunci = 'cpns_bulan' then nilai end) as cpns
    from raw.skp_setelan
),
orang as (
    select
        o.orang_id, o.kode_opd, o.tgl_daftar,
        coalesce(o.berhenti, date '9999-12-31') as berhenti,
        g.kode as peran,
        k.kode as kedudukan,
        coalesce(m.mulai, o.tmt_jabatan, date '1900-01-01') as mulai,
        m.mulai_cpns
    from core.orang as o
    left join core.orang_mulai as m on o.orang_id = m.orang_id
    left join raw.skp_kata as g on g.jenis = 'pegawai' and translate(lower(o.jenis), ' /-_().,', '') = g.tertulis
    left join raw.skp_kata as k
        on k.jenis = 'kedudukan' and translate(lower(o.status_aktif), ' /-_().,', '') = k.tertulis
),
daftar as (
    select p.tahun, p.jenis_periode, p.periode, o.orang_id, o.kode_opd
    from orang as o
    cross join setelan as s
    inner join core.skp_periode as p
        on o.mulai <= p.akhir
        and o.berhenti > p.akhir
        and 12 * year(p.akhir) + month(p.akhir) > 12 * year(o.tgl_daftar) + month(o.tgl_daftar) - s.daftar_mundur
),
nama as (
    -- of several posts at once the one taken up last: a day, a day and a code, compared as one text
    select
        tahun, jenis_periode, periode, orang_id,
        nullif(substr(max(jabatan), 21), '') as kode_opd_jabatan,
        max(kode_opd_skp) as kode_opd_skp,
        max(kode_opd_daftar) as kode_opd_daftar,
        min(dasar) as dasar
    from (
        select
            p.tahun, p.jenis_periode, p.periode, r.orang_id,
            cast(r.mulai as varchar) || cast(r.selesai as varchar) || coalesce(r.kode_opd, '') as jabatan,
            cast(null as varchar) as kode_opd_skp, cast(null as varchar) as kode_opd_daftar, 1 as dasar
        from marts.riwayat as r
        inner join core.skp_periode as p on r.mulai <= p.akhir and r.selesai > p.akhir
        where r.jenis_penugasan = 'definitif'
        union all
        select tahun, jenis_periode, periode, orang_id, cast(null as varchar), kode_opd, cast(null as varchar), 3
        from core.skp_utama where sampai_akhir
        union all
        select tahun, jenis_periode, periode, orang_id, cast(null as varchar), cast(null as varchar), kode_opd, 2
        from daftar
    ) as semua
    group by tahun, jenis_periode, periode, orang_id
),
kecuali as (
    select p.tahun, p.jenis_periode, p.periode, o.orang_id, min(e.alasan) as alasan
    from staging.pengecualian as e
    inner join core.orang_nip as o on e.nip = o.nip
    inner join core.skp_periode as p on e.mulai <= p.akhir and e.sampai > p.akhir
    group by p.tahun, p.jenis_periode, p.periode, o.orang_id
),
lengkap as (
    select
        n.tahun, n.jenis_periode, n.periode, p.awal, p.akhir, p.rezim, n.orang_id,
        coalesce(n.kode_opd_jabatan, n.kode_opd_skp, n.kode_opd_daftar, u.kode_opd) as kode_opd,
        case n.dasar when 1 then 'riwayat' when 2 then 'daftar' else 'laporan' end as dasar,
        o.orang_id is not null as terdaftar,
        case
            when e.alasan is not null then e.alasan
            when coalesce(o.peran, u.peran_pegawai) = 'dikecualikan' then 'CPNS'
            -- somebody whose probation lay in that period; who set an SKP then is counted all the same
            when u.orang_id is null and o.mulai_cpns <= p.akhir
                and 12 * year(p.akhir) + month(p.akhir) < 12 * year(o.mulai_cpns) + month(o.mulai_cpns) + s.cpns then 'CPNS'
            when o.tgl_daftar <= p.akhir then o.kedudukan
        end as alasan,
        coalesce(u.sampai_akhir, false) as disusun,
        coalesce(u.sampai_akhir and u.disetujui, false) as disetujui,
        coalesce(u.sampai_akhir and u.dinilai, false) as dinilai,
        coalesce(u.sampai_akhir and u.ada_nilai, false) as ada_nilai,
        case when u.sampai_akhir then u.segmen end as segmen,
        case when u.sampai_akhir then u.hasil end as hasil,
        case when u.sampai_akhir then u.perilaku end as perilaku,
        case when u.sampai_akhir then u.predikat end as predikat,
        case when u.sampai_akhir then u.sesuai_matriks end as sesuai_matriks
    from nama as n
    cross join setelan as s
    inner join core.skp_periode as p
        on n.tahun = p.tahun and n.jenis_periode = p.jenis_periode and n.periode = p.periode
    left join orang as o on n.orang_id = o.orang_id
    left join core.skp_utama as u
        on n.orang_id = u.orang_id and n.tahun = u.tahun and n.jenis_periode = u.jenis_periode and n.periode = u.periode
    left join kecuali as e
        on n.orang_id = e.orang_id and n.tahun = e.tahun and n.jenis_periode = e.jenis_periode and n.periode = e.periode
    where
        coalesce(o.peran, u.peran_pegawai, '') <> 'bukan'
        -- a report may still carry who had retired by then
        and (n.dasar = 1 or o.berhenti is null or o.berhenti > p.akhir)
)
select
    l.tahun, l.jenis_periode, l.periode, l.awal, l.akhir, l.rezim, l.orang_id,
    coalesce(g2.ke_opd, g1.ke_opd, l.kode_opd) as kode_opd,
    l.dasar, l.terdaftar, l.alasan,
    l.alasan is null as wajib,
    l.disusun, l.disetujui, l.dinilai, l.ada_nilai,
    l.segmen, l.hasil, l.perilaku, l.predikat, l.sesuai_matriks
from lengkap as l
left join core.gabung as g1 on l.kode_opd = g1.kode_opd and g1.sejak <= l.akhir
left join core.gabung as g2 on g1.ke_opd = g2.kode_opd and g2.sejak <= l.akhir
