-- One row per way in which files place somebody in a unit that nothing links: what a person would confirm (tertulis), which is
-- the agency that the file or SIASN's tree names above it, else the unit itself; when files placed somebody there last, and
-- whether that is of the last twelve months (kini; data/aturan/jabatan.toml).
-- bermakna_ganda: units that are known carry the same name, so that the name alone says nothing.
with
hari_ini as (
    -- without any history of posts: the month in which something was recorded last
    select coalesce(max(p.akhir), max(k.akhir)) as akhir, max(b.urutan) as n_bulan
    from raw.kalender as k
    cross join (select max(direkam_pada) as direkam from raw.impor where status = 'accepted' and not ditarik) as i
    cross join (select urutan from raw.kata_jabatan where jenis = 'padanan' and kata = 'bulan_terakhir') as b
    left join core.posisi as p on k.akhir = p.akhir
    where k.awal <= cast(i.direkam as date)
),
dikenal as (
    select distinct lower(replace(t.unor, ' ', '')) as kunci
    from staging.unit_tertulis as t
    inner join core.unit_berlaku as b on t.kunci = b.kunci and b.sampai = date '9999-12-31'
    where t.unor is not null
),
unor_opd as (
    select unor_id_siasn as unor_id from staging.opd where unor_id_siasn is not null
    union
    select u.unor_id from staging.unor as u inner join staging.opd as o on u.kunci_nama = lower(replace(o.nama, ' ', ''))
),
di_atas_opd as (
    -- the region itself: what stands above a known unit is nobody's agency
    select distinct a.kunci_nama
    from core.unor_induk as i
    inner join unor_opd as u on i.unor_id = u.unor_id
    inner join staging.unor as a on i.atas_id = a.unor_id
    where i.jarak > 0
),
terbuka as (
    select
        t.kunci, t.unor_id, t.unor, t.unor_induk, t.kode_opd_tertulis, t.n_baris,
        coalesce(t.unor, t.unor_induk, t.unor_id, t.kode_opd_tertulis) as nama,
        coalesce(t.unor_induk, i.nama) as induk
    from staging.unit_tertulis as t
    left join core.unit_berlaku as b on t.kunci = b.kunci and b.sampai = date '9999-12-31'
    left join staging.unor as u on t.unor_id = u.unor_id
    left join staging.unor as i on u.induk_id = i.unor_id
    where b.kunci is null and coalesce(t.unor, t.unor_induk, t.unor_id, t.kode_opd_tertulis) is not null
),
dipakai as (
    select b.kunci, max(coalesce(g.tgl_posisi, cast(g.direkam_pada as date))) as terakhir
    from terbuka as b
    inner join raw.pegawai as g
        on b.unor_id is not distinct from g.unor_id and b.unor is not distinct from g.unor
        and b.kode_opd_tertulis is not distinct from g.kode_opd and b.unor_induk is null
    group by b.kunci
    union all
    select b.kunci, max(p.akhir)
    from terbuka as b
    inner join raw.skp as s
        on b.unor_id is not distinct from s.unor_id and b.unor is not distinct from s.unor
        and b.unor_induk is not distinct from s.unor_induk and b.kode_opd_tertulis is not distinct from s.kode_opd
    inner join staging.skp_periode as p
        on s.tahun = p.tahun and s.jenis_periode = p.jenis_periode and s.periode is not distinct from p.tertulis
    group by b.kunci
    union all
    select b.kunci, max(cast(w.selesai - interval 1 day as date))
    from terbuka as b
    inner join raw.riwayat_jabatan as r
        on b.unor_id is not distinct from r.unor_id and b.unor is not distinct from r.unor
        and b.unor_induk is not distinct from r.unor_induk and b.kode_opd_tertulis is not distinct from r.kode_opd
    inner join marts.riwayat as w
        on r.impor_id = w.impor_id and r.lembar is not distinct from w.lembar and r.baris is not distinct from w.baris
    group by b.kunci
    union all
    select b.kunci, max(make_date(cast(o.tahun as integer), 12, 31))
    from terbuka as b
    inner join raw.predikat_organisasi as o
        on b.kode_opd_tertulis = o.kode_opd and b.unor_id is null and b.unor is null and b.unor_induk is null
    group by b.kunci
),
terakhir as (
    select kunci, max(terakhir) as terakhir from dipakai group by kunci
),
ditaruh as (
    select
        b.*,
        case
            when a.kunci_nama is null and lower(replace(b.induk, ' ', '')) <> lower(replace(b.nama, ' ', '')) then b.induk
        end as induk_opd,
        d.kunci is not null as nama_dipakai
    from terbuka as b
    left join di_atas_opd as a on lower(replace(b.induk, ' ', '')) = a.kunci_nama
    left join dikenal as d on lower(replace(b.unor, ' ', '')) = d.kunci
)
select
    d.unor_id, d.unor, d.unor_induk, d.kode_opd_tertulis, d.n_baris,
    case when d.induk_opd is null and d.nama_dipakai then coalesce(d.unor_id, d.nama) else coalesce(d.induk_opd, d.nama) end
        as tertulis,
    coalesce(d.induk_opd, d.nama) as nama,
    d.induk_opd is null and d.nama_dipakai and d.unor_id is null as bermakna_ganda,
    cast(least(t.terakhir, h.akhir) as date) as terakhir,
    coalesce(12 * year(t.terakhir) + month(t.terakhir) > 12 * year(h.akhir) + month(h.akhir) - h.n_bulan, false) as kini
from ditaruh as d
cross join hari_ini as h
left join terakhir as t on d.kunci = t.kunci
