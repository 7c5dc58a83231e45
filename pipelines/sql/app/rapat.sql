-- One row per meeting that the reader's scope allows: for all, of an OPD of the scope, or saying something of one; counts are of
-- what the reader may see, minutes of a meeting for a reader of every OPD or of the OPD it was about. An unset scope shows none.
select
    r.id, r.jenis, r.tanggal, r.perihal, r.pimpinan, r.tempat, r.agenda, r.lingkup, r.lingkup_opd, r.lingkup_unit, r.profil,
    r.tahun, r.bulan, r.build,
    case
        when list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), r.lingkup_opd) then r.notulen
    end as notulen,
    r.rapat_lalu_id, r.rapat_berikut_id,
    coalesce(j.n_hadir, 0) as n_hadir,
    coalesce(j.n_diwakili, 0) as n_diwakili,
    coalesce(j.n_tidak_hadir, 0) as n_tidak_hadir,
    coalesce(j.n_hadir + j.n_diwakili + j.n_tidak_hadir, 0) as n_diundang,
    coalesce(j.n_tindak_lanjut, 0) as n_tindak_lanjut,
    coalesce(j.n_komitmen, 0) as n_komitmen,
    coalesce(j.n_kendala, 0) as n_kendala,
    coalesce(j.n_catatan, 0) as n_catatan,
    r.oleh, r.diubah_pada
from marts.rapat as r
left join (
    select
        rapat_id, sum(n_hadir)::integer as n_hadir, sum(n_diwakili)::integer as n_diwakili,
        sum(n_tidak_hadir)::integer as n_tidak_hadir, sum(n_tindak_lanjut)::integer as n_tindak_lanjut,
        sum(n_komitmen)::integer as n_komitmen, sum(n_kendala)::integer as n_kendala, sum(n_catatan)::integer as n_catatan
    from app.rapat_opd
    group by rapat_id
) as j on r.id = j.rapat_id
where
    list_contains(getvariable('opd'), '*')
    or list_contains(getvariable('opd'), r.lingkup_opd)
    or (len(getvariable('opd')) > 0 and r.lingkup = 'semua')
    or j.rapat_id is not null
