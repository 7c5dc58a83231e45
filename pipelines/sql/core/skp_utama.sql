-- One row per person and period: the SKP of the own post that counts, which is the one that reaches furthest.
-- An SKP as Plt never does: its holder is counted where the own post stands.
with
urutan as (
    select
        orang_id, tahun, jenis_periode, periode, segmen,
        row_number() over (
            partition by orang_id, tahun, jenis_periode, periode
            order by sampai desc, mulai desc, dinilai desc, urut desc, kode_opd, predikat, segmen
        ) as ke
    from core.skp
    where not plt and not tunggal
),
terpilih as (
    select s.*
    from core.skp as s
    left join urutan as u
        on s.orang_id = u.orang_id and s.tahun = u.tahun and s.jenis_periode = u.jenis_periode and s.periode = u.periode
        and s.segmen = u.segmen and u.ke = 1
    where not s.plt and (s.tunggal or u.orang_id is not null)
)
select
    orang_id, tahun, jenis_periode, periode, periode_akhir, segmen, sampai > periode_akhir as sampai_akhir,
    kode_opd, peran_pegawai, rezim, ada_nilai, disetujui, dinilai, hasil, perilaku, predikat, sesuai_matriks
from terpilih
