-- One row per person and period: the SKP of the own post that counts, which is the one that reaches furthest.
-- An SKP as Plt never does: its holder is counted where the own post stands.
with
urutan as (
    select
        *,
        row_number() over (
            partition by orang_id, tahun, jenis_periode, periode
            order by sampai desc, mulai desc, dinilai desc, urut desc, kode_opd, predikat, segmen
        ) as ke
    from core.skp
    where not plt
)
select
    orang_id, tahun, jenis_periode, periode, periode_akhir, segmen, sampai > periode_akhir as sampai_akhir,
    kode_opd, peran_pegawai, rezim, ada_nilai, disetujui, dinilai, hasil, perilaku, predikat, sesuai_matriks
from urutan
where ke = 1
