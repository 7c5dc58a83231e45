-- One row per commitment: kept or not by the figures of the month that its deadline ends, or why that cannot be said (sebab); who
-- promised it, and whether that person still held the seat when it fell due. A day within a month is judged by both of its
-- ends: kept where the month before had it already, not kept where its own has not, and undecided in between. What falls due
-- after its OPD was merged is the successor's, the OPD then the unit; it is judged by the figures of its own OPD all the same.
with
dinilai as (
    select
        p.*,
        case
            when p.keadaan = 'dicabut' then 'dicabut'
            when not p.opd_dikenal then 'opd_tak_dikenal'
            when not p.unit_dikenal then 'unit_tak_dikenal'
            when p.kode_unit is not null and p.ukuran not in ('serapan', 'realisasi', 'sisa') then 'ukuran_tanpa_unit'
            when p.indikator_lingkup = 'pk' and p.indikator_opd is distinct from p.kode_opd then 'indikator_opd_lain'
            when p.tercapai_awal then 'ditepati'
            when p.tanggal_janji > p.batas then 'berjalan'
            when p.arah is null then 'indikator_tak_dikenal'
            when not p.tercapai_akhir then 'tidak ditepati'
            when p.tercapai_akhir and (p.bulan_awal is null or coalesce(p.sebab_awal, '') <> 'belum_lapor') then 'di_antara'
            when p.tercapai_akhir then 'belum_lapor'
            when not p.ada_akhir and o.berlaku_sampai < p.akhir then 'unit_berakhir'
            when coalesce(p.sebab_akhir, 'belum_lapor') = 'belum_lapor' and o.berlaku_sampai < p.tanggal_janji then 'unit_berakhir'
            when not p.ada_akhir and p.kode_unit is not null and b.dilaporkan then 'unit_tanpa_anggaran'
            else coalesce(p.sebab_akhir, 'belum_lapor')
        end as hasil
    from marts.janji_posisi as p
    left join marts.opd as o on p.kode_opd = o.kode_opd
    left join marts.opd_bulan as b
        on p.kode_opd = b.kode_opd and p.tahun = b.tahun and p.bulan_akhir = b.bulan and b.cakupan = 'semua'
),
diputus as (
    select
        *,
        case
            when hasil in ('dicabut', 'ditepati', 'berjalan', 'tidak ditepati') then hasil
            when hasil = 'di_antara' then 'belum dapat dinilai'
            when hasil = 'belum_lapor' then 'menunggu data'
            else 'tidak dapat dinilai'
        end as putusan,
        case when hasil not in ('dicabut', 'ditepati', 'berjalan', 'tidak ditepati') then hasil end as sebab,
        case
            when hasil <> 'belum_lapor' then cast(null as date)
            when tercapai_akhir then sebelum
            else akhir
        end as ditunggu,
        case hasil
            when 'ditepati' then case when tepat then akhir else sebelum end
            when 'tidak ditepati' then akhir
            else hari_terakhir
        end as hari_nilai,
        case hasil when 'ditepati' then pembilang_awal when 'tidak ditepati' then pembilang_akhir else pembilang_terakhir end
            as pembilang,
        case hasil when 'ditepati' then penyebut_awal when 'tidak ditepati' then penyebut_akhir else penyebut_terakhir end
            as penyebut
    from dinilai
),
hari_ini as (
    select max(akhir) as akhir from core.posisi
),
kursi as (
    select
        d.id,
        coalesce(u.kode_jabatan, o.kode_jabatan) as kode_jabatan,
        least(d.tanggal_janji, h.akhir) as sampai
    from diputus as d
    cross join hari_ini as h
    left join marts.pimpinan as o on d.kode_opd = o.kode_opd and o.kode_unit = o.kode_opd
    left join marts.pimpinan as u on d.kode_opd = u.kode_opd and d.kode_unit = u.kode_unit
    where d.opd_dikenal
),
pemegang as (
    -- a stand-in for a few days promises nothing in his own name
    select
        k.id, k.kode_jabatan, k.sampai, d.hari_rapat, p.keadaan,
        case when p.keadaan in ('definitif', 'pj', 'plt') then p.orang_id end as orang_id
    from kursi as k
    inner join diputus as d on k.id = d.id
    left join marts.pemegang as p
        on k.kode_jabatan = p.kode_jabatan and p.mulai <= d.hari_rapat and p.selesai > d.hari_rapat
),
berganti as (
    select g.id, min(p.mulai) as sejak
    from pemegang as g
    inner join marts.pemegang as p
        on g.kode_jabatan = p.kode_jabatan and p.mulai > g.hari_rapat and p.mulai <= g.sampai
        and p.orang_id is distinct from g.orang_id
    where g.orang_id is not null
    group by g.id
)
select
    d.id, d.rapat_id, d.rapat_jenis, d.hari_rapat,
    coalesce(w.kode_opd, d.kode_opd) as kode_opd,
    case when w.kode_opd is null then d.kode_unit else coalesce(d.kode_unit, d.kode_opd) end as kode_unit,
    d.opd_tertulis, d.unit_tertulis,
    d.opd_dikenal, d.unit_dikenal, d.ukuran, d.kode_indikator, d.arah, d.nilai_janji, d.tanggal_janji, d.keadaan, d.catatan,
    d.putusan, d.sebab,
    case when d.sebab = 'di_antara' then d.sebelum end as antara_dari,
    case when d.sebab = 'di_antara' then d.akhir end as antara_sampai,
    d.ditunggu, d.batas, d.hari_nilai, d.pembilang, d.penyebut,
    cast(d.pembilang as double) / nullif(cast(d.penyebut as double), 0) as nilai,
    -- what is still missing, in the unit of the measure; nil or less: reached
    case d.arah
        when 'naik' then cast(d.nilai_janji * d.penyebut - d.pembilang as double) / nullif(cast(d.penyebut as double), 0)
        when 'turun' then cast(d.pembilang - d.nilai_janji * d.penyebut as double) / nullif(cast(d.penyebut as double), 0)
        else abs(cast(d.nilai_janji * d.penyebut - d.pembilang as double)) / nullif(cast(d.penyebut as double), 0)
    end as kurang,
    -- the same in rupiah, rounded up to the sen
    case
        when d.ukuran in ('serapan', 'serapan_rak', 'deviasi') then cast(
            greatest(cast(ceil(d.nilai_janji * d.penyebut - d.pembilang) as decimal(24, 0)), cast(0 as decimal(24, 0)))
            * cast(0.01 as decimal(3, 2))
            as decimal(18, 2)
        )
        when d.ukuran = 'realisasi'
            then cast(greatest(d.nilai_janji * d.penyebut - d.pembilang, cast(0 as decimal(38, 6))) as decimal(18, 2))
        when d.ukuran = 'sisa'
            then cast(greatest(d.pembilang - d.nilai_janji * d.penyebut, cast(0 as decimal(38, 6))) as decimal(18, 2))
    end as kurang_rupiah,
    g.kode_jabatan, k.nama_jabatan,
    g.orang_id,
    case when g.kode_jabatan is not null then coalesce(g.keadaan, 'tidak_tercatat') end as keadaan_jabatan,
    case when g.orang_id is not null then b.id is not null end as berganti,
    b.sejak as berganti_sejak,
    s.orang_id as penerus_id,
    s.keadaan as keadaan_penerus,
    d.oleh, d.diubah_pada
from diputus as d
left join core.gabung_hari as w on d.kode_opd = w.kode_lalu and d.tanggal_janji between w.mulai and w.hingga
left join pemegang as g on d.id = g.id
left join marts.kursi as k on g.kode_jabatan = k.kode_jabatan
left join berganti as b on d.id = b.id
-- who answers for it when it falls due, or now
left join marts.pemegang as s
    on b.id is not null and g.kode_jabatan = s.kode_jabatan and s.mulai <= g.sampai and s.selesai > g.sampai
