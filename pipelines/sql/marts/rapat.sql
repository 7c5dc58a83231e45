-- One row per meeting: what it was about, the one of its kind and circle before and after it, and how much came of it.
with
lingkup as (
    select r.*, u.kode_opd as lingkup_opd, u.kode_unit as lingkup_unit, coalesce(u.kode_unit, lower(r.lingkup), 'semua') as lingkaran
    from raw.rapat as r
    left join core.unit_rapat as u on r.lingkup = u.tertulis
),
jumlah as (
    select
        rapat_id, sum(n_hadir) as n_hadir, sum(n_diwakili) as n_diwakili, sum(n_tidak_hadir) as n_tidak_hadir,
        sum(n_tindak_lanjut) as n_tindak_lanjut, sum(n_komitmen) as n_komitmen, sum(n_kendala) as n_kendala,
        sum(n_catatan) as n_catatan
    from marts.rapat_opd
    group by rapat_id
)
select
    l.id, l.jenis, l.tanggal, l.perihal, l.pimpinan, l.tempat, l.agenda, l.lingkaran as lingkup, l.lingkup_opd, l.lingkup_unit,
    l.profil, cast(l.tahun as integer) as tahun, cast(l.bulan as integer) as bulan, l.build, l.notulen,
    lag(l.id) over (partition by l.jenis, l.lingkaran order by l.tanggal, l.id) as rapat_lalu_id,
    lead(l.id) over (partition by l.jenis, l.lingkaran order by l.tanggal, l.id) as rapat_berikut_id,
    cast(coalesce(j.n_hadir, 0) as integer) as n_hadir,
    cast(coalesce(j.n_diwakili, 0) as integer) as n_diwakili,
    cast(coalesce(j.n_tidak_hadir, 0) as integer) as n_tidak_hadir,
    cast(coalesce(j.n_hadir + j.n_diwakili + j.n_tidak_hadir, 0) as integer) as n_diundang,
    cast(coalesce(j.n_tindak_lanjut, 0) as integer) as n_tindak_lanjut,
    cast(coalesce(j.n_komitmen, 0) as integer) as n_komitmen,
    cast(coalesce(j.n_kendala, 0) as integer) as n_kendala,
    cast(coalesce(j.n_catatan, 0) as integer) as n_catatan,
    l.oleh, l.diubah_pada
from lingkup as l
left join jumlah as j on l.id = j.rapat_id
