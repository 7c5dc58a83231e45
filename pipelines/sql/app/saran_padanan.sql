-- One row per writing that is not linked and what it may mean, the likest first, at most three: units for a unor, seats of the
-- OPD for a title, whole NIPs that begin alike for a damaged one. Likeness only orders; a person confirms. persis: the same
-- letters, whatever stands between them. An unset scope shows none, and no NIP unless people are named.
with
terbuka as (
    select
        jenis, tertulis, konteks, n_baris,
        regexp_replace(lower(case when jenis = 'nip' then tertulis else nama end), '[^a-z0-9]+', ' ', 'g') as kata
    from app.padanan
    where not dipastikan and tertulis is not null and not bermakna_ganda
),
tujuan as (
    select 'unor' as jenis, kode_opd as kode, nama, cast(null as varchar) as konteks from app.opd
    union
    select 'jabatan', kode_jabatan, nama_jabatan, kode_opd from app.kursi where not sementara
    union
    select 'nip', nip, nama, substr(nip, 1, 15) from app.orang where nip is not null
),
dibaca as (
    select *, regexp_replace(lower(nama), '[^a-z0-9]+', ' ', 'g') as kata from tujuan where nama is not null
),
dibanding as (
    select
        t.jenis, t.tertulis, t.konteks, t.n_baris, d.kode, d.nama,
        replace(coalesce(case when t.jenis = 'nip' then lower(t.konteks) else t.kata end, ''), ' ', '')
            = replace(case when t.jenis = 'nip' then lower(d.nama) else d.kata end, ' ', '') as persis,
        case
            when t.jenis = 'nip' then jaro_winkler_similarity(lower(coalesce(t.konteks, '')), lower(d.nama))
            -- letters in their order, and words in any order
            else (
                jaro_winkler_similarity(t.kata, d.kata)
                + len(list_intersect(string_split(trim(t.kata), ' '), string_split(trim(d.kata), ' ')))
                / greatest(len(string_split(trim(t.kata), ' ')), 1)
            ) / 2
        end as mirip
    from terbuka as t
    inner join dibaca as d
        on t.jenis = d.jenis
        and (t.jenis = 'unor' or (t.jenis = 'jabatan' and t.konteks = d.konteks) or (t.jenis = 'nip' and t.tertulis = d.konteks))
)
select *
from dibanding
qualify row_number() over (partition by jenis, tertulis, konteks order by persis desc, mirip desc, nama, kode) <= 3
