-- One row per year, month and OPD: its posts that ask for attention (acting beyond the term, empty), and how its people were assessed
-- in the last period that had ended. Groups too small to show give no percent.
with
perhatian as (
    select
        tahun, bulan, kode_opd, jenis, kode_jabatan, sejak, hari,
        count(*) over (partition by tahun, bulan, kode_opd, jenis) as n,
        row_number() over (partition by tahun, bulan, kode_opd, jenis order by hari desc, kode_jabatan) as ke
    from marts.perhatian
    where jenis in ('plt_lewat_3', 'plt_lewat_6', 'jabatan_kosong')
),
kursi as (
    select
        p.tahun, p.bulan, p.kode_opd,
        max(case when p.jenis = 'plt_lewat_6' then p.n end) as plt_lewat_n,
        max(case when p.jenis = 'plt_lewat_6' then k.nama_jabatan end) as plt_lewat_jabatan,
        max(case when p.jenis = 'plt_lewat_6' then p.hari end) as plt_lewat_lama,
        max(case when p.jenis = 'plt_lewat_6' then p.sejak end) as plt_lewat_sejak,
        max(case when p.jenis = 'plt_lewat_3' then p.n end) as plt_panjang_n,
        max(case when p.jenis = 'plt_lewat_3' then k.nama_jabatan end) as plt_panjang_jabatan,
        max(case when p.jenis = 'plt_lewat_3' then p.hari end) as plt_panjang_lama,
        max(case when p.jenis = 'plt_lewat_3' then p.sejak end) as plt_panjang_sejak,
        max(case when p.jenis = 'jabatan_kosong' then p.n end) as kosong_n,
        max(case when p.jenis = 'jabatan_kosong' then k.nama_jabatan end) as kosong_jabatan,
        max(case when p.jenis = 'jabatan_kosong' then p.hari end) as kosong_hari,
        max(case when p.jenis = 'jabatan_kosong' then p.sejak end) as kosong_sejak
    from perhatian as p
    left join marts.kursi as k on p.kode_jabatan = k.kode_jabatan
    where p.ke = 1
    group by p.tahun, p.bulan, p.kode_opd
),
setelan as (
    select max(case when kunci = 'sel_kecil' then nilai end) as sel_kecil from raw.skp_setelan
),
skp as (
    -- one row whatever the profile: only the colour differs by it
    select
        tahun, bulan, kode_opd, max(n_dinilai) as n_dinilai, max(n_baik_ke_atas) as n_baik, max(persen) as persen,
        max(batas) as batas
    from marts.konsistensi
    group by tahun, bulan, kode_opd
),
wajib as (
    select
        tahun, jenis_periode, periode, kode_opd, max(akhir) as akhir,
        sum(case when wajib then n else 0 end) as n_wajib,
        sum(case when wajib and dinilai then n else 0 end) as n_dinilai,
        max(case when ada_nilai then 1 else 0 end) as ada_nilai
    from marts.skp_hitung
    where kode_opd is not null
    group by tahun, jenis_periode, periode, kode_opd
),
terakhir as (
    select
        p.tahun, p.bulan, p.akhir as posisi, w.kode_opd, w.akhir, w.n_wajib, w.n_dinilai,
        row_number() over (
            partition by p.tahun, p.bulan, w.kode_opd
            order by w.akhir desc, case w.jenis_periode when 'tahunan' then 1 when 'triwulan' then 2 else 3 end
        ) as ke
    from core.posisi as p
    inner join wajib as w
        on 12 * year(w.akhir) + month(w.akhir) between 12 * p.tahun + p.bulan - 11 and 12 * p.tahun + p.bulan
    where w.ada_nilai = 1 and w.n_wajib > 0
)
select
    b.tahun, b.bulan, b.kode_opd,
    cast(k.plt_lewat_n as integer) as plt_lewat_n, k.plt_lewat_jabatan, k.plt_lewat_lama, k.plt_lewat_sejak,
    cast(k.plt_panjang_n as integer) as plt_panjang_n, k.plt_panjang_jabatan, k.plt_panjang_lama, k.plt_panjang_sejak,
    cast(k.kosong_n as integer) as kosong_n, k.kosong_jabatan, k.kosong_hari, k.kosong_sejak,
    case when s.n_dinilai >= e.sel_kecil then s.n_dinilai end as skp_dinilai_n,
    case when s.n_dinilai >= e.sel_kecil then s.persen end as skp_baik_persen,
    s.batas as skp_batas,
    case
        when t.n_wajib >= e.sel_kecil then 100 * cast(t.n_dinilai as double) / nullif(cast(t.n_wajib as double), 0)
    end as skp_dinilai_persen,
    t.akhir as skp_akhir,
    cast(date_diff('day', t.akhir, t.posisi) as integer) as skp_umur_hari
from core.bulan_opd as b
cross join setelan as e
left join kursi as k on b.tahun = k.tahun and b.bulan = k.bulan and b.kode_opd = k.kode_opd
left join skp as s on b.tahun = s.tahun and b.bulan = s.bulan and b.kode_opd = s.kode_opd
left join terakhir as t on b.tahun = t.tahun and b.bulan = t.bulan and b.kode_opd = t.kode_opd and t.ke = 1
