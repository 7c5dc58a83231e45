-- One row per action: what must be done by whom until when, how often that was put off, from which action it was carried over and
-- to which, and how it ended. Open on a day D: hari_rapat <= D < terbuka_sampai; late then: see marts.tindak_lanjut_masa. That of
-- an OPD merged while it was open is the successor's, the OPD then the unit; who was to do it stays, who does it now is its head.
with
hari_ini as (
    select max(akhir) as akhir from core.posisi
),
kursi as (
    -- the seat as written, by its code, else by its title where one seat of the OPD has it
    select r.id, k.kode_jabatan, 1 as pangkat
    from raw.tindak_lanjut as r
    inner join marts.kursi as k on lower(r.penanggung_jawab) = lower(k.kode_jabatan)
    union all
    select r.id, min(k.kode_jabatan), 2
    from raw.tindak_lanjut as r
    inner join core.milik_rapat as m on r.kode_opd = m.opd_tertulis and coalesce(r.kode_unit, '') = m.unit_tertulis
    inner join marts.kursi as k
        on m.kode_opd = k.kode_opd
        and lower(replace(r.penanggung_jawab, ' ', '')) = lower(replace(k.nama_jabatan, ' ', ''))
    group by r.id
    having count(*) = 1
),
ditunjuk as (
    select id, kode_jabatan, row_number() over (partition by id order by pangkat) as ke
    from kursi
),
perpanjangan as (
    select tindak_lanjut_id as id, count(*) as n from raw.perpanjangan group by tindak_lanjut_id
),
milik as (
    select
        r.*,
        coalesce(w.kode_opd, m.kode_opd) as opd,
        case when w.kode_opd is null then m.kode_unit else coalesce(m.kode_unit, m.kode_opd) end as unit,
        m.opd_dikenal, m.unit_dikenal,
        t.hari_rapat, t.ditutup, t.dari_id, t.rantai_putus, t.penerus_id, t.diteruskan_pada, t.terbuka_sampai,
        case
            when r.penanggung_jawab is not null then d.kode_jabatan
            else coalesce(u.kode_jabatan, o.kode_jabatan)
        end as kursi_id,
        case
            when r.penanggung_jawab is not null then 'ditunjuk'
            when u.kode_jabatan is not null then 'pimpinan_unit'
            when o.kode_jabatan is not null then 'pimpinan_opd'
        end as kursi_dari,
        m.kode_opd as opd_asal,
        w.kode_opd as pewaris
    from raw.tindak_lanjut as r
    inner join core.tindak_lanjut as t on r.id = t.id
    inner join core.milik_rapat as m on r.kode_opd = m.opd_tertulis and coalesce(r.kode_unit, '') = m.unit_tertulis
    left join core.gabung_hari as w on m.kode_opd = w.kode_lalu and t.terbuka_sampai between w.mulai and w.hingga
    left join ditunjuk as d on r.id = d.id and d.ke = 1
    left join marts.pimpinan as o on m.kode_opd = o.kode_opd and o.kode_unit = o.kode_opd
    left join marts.pimpinan as u on m.kode_opd = u.kode_opd and m.kode_unit = u.kode_unit
)
select
    r.id, r.rapat_id, p.jenis as rapat_jenis, p.perihal as rapat_perihal, r.hari_rapat,
    r.opd as kode_opd, r.unit as kode_unit, r.kode_opd as opd_tertulis, r.kode_unit as unit_tertulis,
    r.opd_dikenal, r.unit_dikenal,
    coalesce(r.jenis, 'tindak lanjut') as jenis,
    r.uraian, r.ukuran_selesai, r.status, r.bukti, r.catatan,
    r.tenggat as tenggat_awal, b.tenggat,
    cast(coalesce(x.n, 0) as integer) as n_perpanjangan,
    cast(date_diff('day', r.tenggat, b.tenggat) as integer) as hari_perpanjangan,
    b.alasan as alasan_perpanjangan, b.disetujui as perpanjangan_disetujui,
    case when b.ke > 0 then b.dari end as perpanjangan_diminta,
    r.penanggung_jawab as penanggung_tertulis, r.kursi_id as kode_jabatan, k.nama_jabatan, r.kursi_dari,
    h.orang_id,
    case when r.kursi_id is not null then coalesce(h.keadaan, 'tidak_tercatat') end as keadaan,
    s.orang_id as orang_kini,
    case when r.kursi_id is not null then coalesce(s.keadaan, 'tidak_tercatat') end as keadaan_kini,
    i.akhir as kini,
    case when h.orang_id is not null then s.orang_id is distinct from h.orang_id end as berganti,
    r.lanjutan_dari, a.akar_id, a.generasi, r.penerus_id, r.diteruskan_pada, r.rantai_putus,
    r.penerus_id is not null as diteruskan,
    r.tgl_selesai, r.ditutup, r.terbuka_sampai,
    r.terbuka_sampai = date '9999-12-31' as terbuka,
    case
        when r.status = 'Selesai' then cast(greatest(date_diff('day', b.tenggat, r.ditutup), 0) as integer)
    end as terlambat_selesai,
    r.oleh, r.diubah_pada
from milik as r
inner join core.tindak_lanjut_akar as a on r.id = a.id
inner join core.tenggat as b on r.id = b.id and b.sampai = date '9999-12-31'
cross join hari_ini as i
left join raw.rapat as p on r.rapat_id = p.id
left join perpanjangan as x on r.id = x.id
left join marts.kursi as k on r.kursi_id = k.kode_jabatan
left join marts.pemegang as h on r.kursi_id = h.kode_jabatan and h.mulai <= r.hari_rapat and h.selesai > r.hari_rapat
left join marts.pimpinan as q on r.pewaris = q.kode_opd and q.kode_unit = q.kode_opd
left join marts.pemegang as s
    on case when k.kode_opd = r.opd_asal and r.pewaris is not null then q.kode_jabatan else r.kursi_id end = s.kode_jabatan
    and s.mulai <= i.akhir and s.selesai > i.akhir
