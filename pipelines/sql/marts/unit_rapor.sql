-- One row per year, month, unit below an OPD (a bagian of the Setda) and profile: its money, its colour by the rule that judges OPD
-- in that month, its rank among the units of its OPD, and what meetings left it to do. A unit that only meetings speak of has
-- no colour.
with
unit as (
    select tahun, bulan, kode_opd, kode_unit from marts.unit_bulan where kode_unit <> kode_opd
    union
    select r.tahun, r.bulan, r.kode_opd, r.kode_unit
    from marts.rapat_bulan as r
    where r.kode_unit <> r.kode_opd and r.n_tindak_lanjut is not null
),
dinilai as (
    select
        u.tahun, u.bulan, u.kode_opd, u.kode_unit, p.profil, p.ukuran, p.pembilang, p.penyebut, p.nilai,
        coalesce(p.warna, 'abu') as warna,
        case when p.kode_unit is null then 'tanpa_anggaran' else p.alasan end as alasan,
        p.aturan_id, p.dasar_hukum, p.dasar_hukum_en, p.tag, p.warna_berikut, p.kurang_rupiah
    from unit as u
    left join marts.penilaian as p
        on u.tahun = p.tahun and u.bulan = p.bulan and u.kode_opd = p.kode_opd and u.kode_unit = p.kode_unit
        and p.cakupan = 'semua'
)
select
    d.tahun, d.bulan,
    cast(d.tahun as varchar) || '-' || lpad(cast(d.bulan as varchar), 2, '0') as periode,
    d.kode_opd, d.kode_unit, d.profil, d.ukuran,
    m.pagu, m.rak_kum, m.target_kum, m.target_persen, m.sumber_target, m.target_dasar, m.realisasi_kum,
    coalesce(m.dilaporkan, false) as dilaporkan,
    m.serapan_persen,
    case
        when m.dilaporkan
            then 100 * cast(m.realisasi_kum - m.target_kum as double) / nullif(cast(m.pagu as double), 0)
    end as deviasi,
    m.fisik_target, m.fisik_real,
    d.pembilang, d.penyebut, d.nilai, d.warna, d.alasan, d.aturan_id, d.dasar_hukum, d.dasar_hukum_en, d.tag,
    d.warna_berikut, d.kurang_rupiah,
    case
        when d.alasan is null
            then cast(rank() over (
                partition by d.tahun, d.bulan, d.kode_opd, d.profil, case when d.alasan is null then 1 else 0 end
                order by d.nilai desc
            ) as integer)
    end as peringkat,
    cast(count(case when d.alasan is null then 1 end) over (partition by d.tahun, d.bulan, d.kode_opd, d.profil) as integer)
        as n_dinilai,
    r.n_tindak_lanjut, r.n_terbuka, r.n_lewat, r.n_selesai, r.n_komitmen, r.n_ditepati, r.n_tidak_ditepati, r.n_kendala
from dinilai as d
left join marts.unit_bulan as m
    on d.tahun = m.tahun and d.bulan = m.bulan and d.kode_opd = m.kode_opd and d.kode_unit = m.kode_unit
left join marts.rapat_bulan as r
    on d.tahun = r.tahun and d.bulan = r.bulan and d.kode_opd = r.kode_opd and d.kode_unit = r.kode_unit
