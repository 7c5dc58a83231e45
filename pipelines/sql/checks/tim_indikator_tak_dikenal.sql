-- peringatan: One row per team or member whose indicator is in force in no quarter of its days, or is no target of the region (team)
-- or of the member's own OPD (member); it stands on no board.
with
disebut as (
    select impor_id, 'tim' as lembar, baris, kode_tim, kode_indikator, mulai, selesai, 'daerah' as pemilik
    from marts.tim
    union all
    select impor_id, lembar, baris, kode_tim, kode_indikator, mulai, selesai, kode_opd
    from marts.tim_anggota
)
select b.nama_berkas, d.lembar, d.baris, 'kode_indikator' as kolom, d.kode_tim, d.kode_indikator, d.pemilik
from disebut as d
inner join raw.impor as b on d.impor_id = b.impor_id
left join core.indikator as i
    on d.kode_indikator = i.kode_indikator and d.mulai <= i.akhir and d.selesai > i.akhir
    and d.pemilik = case when i.lingkup = 'daerah' then 'daerah' else i.kode_opd end
where d.kode_indikator is not null and d.kode_indikator <> '' and i.kode_indikator is null
