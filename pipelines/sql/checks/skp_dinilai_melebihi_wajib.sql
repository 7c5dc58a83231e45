-- tolak: One row per OPD, month and kind of period in which more people are assessed than owe an SKP, or counts do not add up.
select tahun, bulan, jenis_periode, kode_opd, n_pegawai, n_wajib, n_dikecualikan, n_dinilai
from marts.skp
where
    n_dinilai > n_wajib or n_disusun > n_wajib or n_dinilai > n_disetujui or n_disetujui > n_disusun
    or n_wajib + n_dikecualikan <> n_pegawai
    or n_sangat_baik + n_baik + n_butuh_perbaikan + n_kurang + n_sangat_kurang + n_tanpa_predikat <> n_dinilai
