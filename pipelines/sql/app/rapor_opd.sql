-- One row per year, month, OPD, cakupan and rapor profile: how the OPD is judged, beside its money and where it stood a month ago.
select
    r.tahun,
    r.bulan,
    r.kode_opd,
    r.cakupan,
    r.profil,
    o.nama,
    coalesce(o.singkatan, o.nama) as label,
    o.sementara,
    o.asisten,
    o.komisi_dprd,
    'asisten-' || o.asisten as kelompok_asisten,
    'komisi-' || o.komisi_dprd as kelompok_komisi,
    b.pagu,
    b.pagu_murni,
    b.realisasi_kum,
    b.rak_kum,
    b.target_kum,
    b.target_persen,
    b.sumber_target,
    b.target_dasar,
    b.dilaporkan,
    b.posisi_terakhir,
    b.direkam_pada,
    b.selisih_kontrol,
    r.ukuran,
    r.pembilang,
    r.penyebut,
    r.nilai,
    r.warna,
    r.alasan,
    r.aturan_id,
    r.dasar_hukum,
    r.tag,
    r.warna_berikut,
    r.kurang_rupiah,
    r.peringkat,
    r.n_dinilai,
    lalu.warna as warna_lalu,
    lalu.peringkat as peringkat_lalu
from app.rapor as r
inner join app.opd_bulan as b
    on r.tahun = b.tahun and r.bulan = b.bulan and r.kode_opd = b.kode_opd and r.cakupan = b.cakupan
inner join app.opd as o
    on r.kode_opd = o.kode_opd
left join app.rapor as lalu
    on r.tahun = lalu.tahun and r.bulan = lalu.bulan + 1 and r.kode_opd = lalu.kode_opd
    and r.cakupan = lalu.cakupan and r.profil = lalu.profil
