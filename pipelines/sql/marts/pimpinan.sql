-- One row per OPD or unit below one (kode_unit = kode_opd: the OPD) with a known head seat: that seat. The head of a unit is the
-- master's, else the best title by data/aturan/jabatan.toml, as for an OPD.
with
judul as (
    select k.kode_jabatan, min(p.urutan) as urutan
    from marts.kursi as k
    inner join raw.kata_jabatan as p
        on p.jenis = 'pimpinan_unit' and lower(replace(k.nama_jabatan, ' ', '')) like replace(p.kata, ' ', '')
    where k.kode_unit <> k.kode_opd
    group by k.kode_jabatan
),
calon as (
    select
        k.kode_opd, k.kode_unit, k.kode_jabatan, k.nama_jabatan, k.eselon,
        row_number() over (
            partition by k.kode_opd, k.kode_unit
            order by
                case when k.pimpinan_opd or k.pimpinan_unit then 0 else 1 end,
                coalesce(k.tingkat, 'IX'), j.urutan, case when k.sementara then 1 else 0 end, k.kode_jabatan
        ) as ke
    from marts.kursi as k
    left join judul as j on k.kode_jabatan = j.kode_jabatan
    where
        k.pimpinan_opd
        or (k.kode_unit <> k.kode_opd and k.tunggal and (k.pimpinan_unit or j.kode_jabatan is not null))
)
select kode_opd, kode_unit, kode_jabatan, nama_jabatan, eselon
from calon
where ke = 1
