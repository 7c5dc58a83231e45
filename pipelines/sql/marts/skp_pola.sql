-- One row per period and OPD whose predicate is known: do its people's predicates follow the pattern that goes with it.
-- sesuai is null and alasan empty where fewer people than the setting have a predicate: counts mean more than percent there.
with
setelan as (
    select max(case when kunci = 'populasi_kecil' then nilai end) as populasi_kecil from raw.skp_setelan
),
sebaran as (
    select w.tahun, w.jenis_periode, w.periode, w.kode_opd, max(w.akhir) as akhir, w.predikat, sum(w.n) as n
    from marts.skp_hitung as w
    where w.wajib and w.dinilai and w.predikat is not null
    group by w.tahun, w.jenis_periode, w.periode, w.kode_opd, w.predikat
),
jumlah as (
    select
        s.tahun, s.jenis_periode, s.periode, s.kode_opd, o.predikat as predikat_organisasi,
        max(s.akhir) as akhir, sum(s.n) as n, max(s.n) as n_terbanyak
    from sebaran as s
    inner join core.predikat_organisasi as o
        on s.tahun = o.tahun and s.jenis_periode = o.jenis_periode and s.periode = o.periode and s.kode_opd = o.kode_opd
    group by s.tahun, s.jenis_periode, s.periode, s.kode_opd, o.predikat
),
syarat as (
    select
        j.tahun, j.jenis_periode, j.periode, j.kode_opd, j.predikat_organisasi, j.n, j.n_terbanyak,
        p.ke, p.syarat, p.cara, p.batas, p.aturan_id, p.dasar_hukum, p.dasar_hukum_en, p.tag,
        sum(coalesce(s.n, 0)) as n_syarat
    from jumlah as j
    inner join raw.skp_pola as p
        on j.predikat_organisasi = p.organisasi
        and j.akhir >= p.berlaku_mulai and (p.berlaku_sampai is null or j.akhir < p.berlaku_sampai)
    left join sebaran as s
        on j.tahun = s.tahun and j.jenis_periode = s.jenis_periode and j.periode = s.periode and j.kode_opd = s.kode_opd
        and p.predikat = s.predikat
    group by
        j.tahun, j.jenis_periode, j.periode, j.kode_opd, j.predikat_organisasi, j.n, j.n_terbanyak,
        p.ke, p.syarat, p.cara, p.batas, p.aturan_id, p.dasar_hukum, p.dasar_hukum_en, p.tag
),
diperiksa as (
    select
        *,
        case cara
            when 'terbanyak' then n_syarat >= n_terbanyak
            when 'maksimal' then n_syarat * 100 <= batas * n
            when 'minimal' then n_syarat * 100 >= batas * n
            else n_syarat >= batas
        end as terpenuhi
    from syarat
),
ringkas as (
    select
        tahun, jenis_periode, periode, kode_opd, predikat_organisasi, aturan_id, dasar_hukum, dasar_hukum_en, tag,
        max(n) as n,
        min(case when terpenuhi then 1 else 0 end) = 1 as semua,
        concat_ws(
            ' ',
            max(case when ke = 1 and not terpenuhi then syarat end),
            max(case when ke = 2 and not terpenuhi then syarat end),
            max(case when ke = 3 and not terpenuhi then syarat end)
        ) as alasan
    from diperiksa
    group by tahun, jenis_periode, periode, kode_opd, predikat_organisasi, aturan_id, dasar_hukum, dasar_hukum_en, tag
)
select
    r.tahun, r.jenis_periode, r.periode, r.kode_opd, r.predikat_organisasi,
    cast(r.n as integer) as n,
    case when r.n >= s.populasi_kecil then r.semua end as sesuai,
    r.n < s.populasi_kecil as populasi_kecil,
    case when r.n >= s.populasi_kecil then nullif(r.alasan, '') end as alasan,
    r.aturan_id, r.dasar_hukum, r.dasar_hukum_en, r.tag
from ringkas as r
cross join setelan as s
