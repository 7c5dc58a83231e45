-- peringatan: One row per team that nobody leads, or that two people lead on one day.
with
ketua as (
    select kode_tim, orang_id, mulai, selesai from marts.tim_anggota where peran = 'ketua'
),
tumpang as (
    select a.kode_tim, max(b.mulai) as sejak
    from ketua as a
    inner join ketua as b
        on a.kode_tim = b.kode_tim and a.orang_id < b.orang_id and a.mulai < b.selesai and b.mulai < a.selesai
    group by a.kode_tim
)
select i.nama_berkas, t.baris, 'ketua_nip' as kolom, t.kode_tim, t.nama, p.sejak as dua_ketua_sejak
from marts.tim as t
inner join raw.impor as i on t.impor_id = i.impor_id
left join tumpang as p on t.kode_tim = p.kode_tim
where
    p.kode_tim is not null
    or (not t.ketua_tertulis and t.kode_tim not in (select kode_tim from ketua))
