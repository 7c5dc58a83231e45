-- One row per year, month, OPD, cakupan and profile: its colour by the rule in force at the end of that month, or why none.
select
    tahun, bulan, periode, kode_opd, cakupan, profil, ukuran, pembilang, penyebut, nilai, warna, alasan,
    aturan_id, dasar_hukum, dasar_hukum_en, tag, warna_berikut, kurang_rupiah,
    case
        when alasan is null
            then cast(rank() over (
                partition by tahun, bulan, cakupan, profil, case when alasan is null then 1 else 0 end order by nilai desc
            ) as integer)
    end as peringkat,
    cast(count(case when alasan is null then 1 end) over (partition by tahun, bulan, cakupan, profil) as integer) as n_dinilai
from marts.penilaian
where kode_unit = kode_opd
