-- One row per plan, evaluation and last day that stand together in an SKP: its number (isi) and what it says: who owes it,
-- how far it got, and the predicate that its ratings or its score stand for under the regime of that day.
with
pita as (
    select
        rezim, bulat,
        max(case when predikat = 'sangat_baik' then bawah end) as sangat_baik,
        max(case when predikat = 'sangat_baik' and ide_baru then 1 else 0 end) = 1 as perlu_ide,
        max(case when predikat = 'baik' then bawah end) as baik,
        max(case when predikat = 'butuh_perbaikan' then bawah end) as butuh_perbaikan,
        max(case when predikat = 'kurang' then bawah end) as kurang
    from raw.skp_pita
    group by rezim, bulat
),
terbaca as (
    select
        g.tulisan_rencana, g.tulisan_nilai, g.sampai, z.rezim,
        greatest(r.peran_pegawai, n.peran_pegawai) as peran_pegawai,
        coalesce(r.disetujui, n.disetujui) as disetujui,
        g.tulisan_nilai > 0 as ada_nilai,
        n.kode_hasil as hasil,
        n.kode_perilaku as perilaku,
        n.kode_predikat as predikat,
        n.nilai_lama,
        coalesce(n.ide_baru, false) as ide_baru,
        m.predikat as predikat_matriks,
        p.rezim is not null as berangka,
        case when p.bulat then round(n.nilai_lama, 0) else n.nilai_lama end as nilai,
        p.perlu_ide, p.sangat_baik, p.baik, p.butuh_perbaikan, p.kurang
    from (select distinct tulisan_rencana, tulisan_nilai, sampai from core.skp_ringkas) as g
    left join staging.skp_tulisan as r on g.tulisan_rencana = r.tulisan
    left join staging.skp_tulisan as n on g.tulisan_nilai = n.tulisan
    left join raw.skp_rezim as z
        on g.sampai > z.berlaku_mulai and (z.berlaku_sampai is null or g.sampai <= z.berlaku_sampai)
    left join pita as p on z.rezim = p.rezim
    left join raw.skp_matriks as m
        on n.kode_hasil = m.hasil and n.kode_perilaku = m.perilaku
        and g.sampai > m.berlaku_mulai and (m.berlaku_sampai is null or g.sampai <= m.berlaku_sampai)
),
dihitung as (
    select
        *,
        hasil is not null or perilaku is not null or predikat is not null or (berangka and nilai_lama is not null) as dinilai,
        case
            when not berangka or nilai is null then cast(null as varchar)
            when nilai >= sangat_baik and (ide_baru or not perlu_ide) then 'sangat_baik'
            when nilai >= baik then 'baik'
            when nilai >= butuh_perbaikan then 'butuh_perbaikan'
            when nilai >= kurang then 'kurang'
            else 'sangat_kurang'
        end as predikat_pita
    from terbaca
)
select
    cast(row_number() over (order by tulisan_rencana, tulisan_nilai, sampai) as integer) as isi,
    tulisan_rencana, tulisan_nilai, sampai, rezim, peran_pegawai, ada_nilai, dinilai,
    disetujui or dinilai as disetujui,
    hasil, perilaku,
    -- until 2021 the score says the predicate; since 2022 nothing does but the word itself
    coalesce(predikat, predikat_pita) as predikat,
    coalesce(predikat_matriks, predikat_pita) as predikat_matriks,
    predikat = coalesce(predikat_matriks, predikat_pita) as sesuai_matriks,
    case when berangka then nilai_lama end as nilai_lama,
    ide_baru
from dihitung
