-- One row per NIP, kind of note, year, day and description, as recorded last: hours of training, days absent, points.
with
dibaca as (
    select
        coalesce(c.nip, p.kode) as nip,
        c.jenis,
        cast(c.tahun as integer) as tahun,
        c.tanggal, c.uraian, c.nilai, c.urut, c.impor_id, c.lembar, c.baris
    from raw.disiplin_diklat as c
    left join staging.padanan as p
        on p.jenis = 'nip' and c.nip is null and c.nip_angka = p.tertulis
        and p.kunci_konteks in ('', lower(replace(c.nama, ' ', '')))
),
urutan as (
    select
        *,
        row_number() over (
            partition by nip, jenis, tahun, tanggal, lower(trim(uraian))
            order by urut desc, nilai desc nulls last, impor_id, lembar, baris
        ) as ke
    from dibaca
    where nip is not null
)
select nip, jenis, tahun, tanggal, trim(uraian) as uraian, nilai, urut
from urutan
where ke = 1
