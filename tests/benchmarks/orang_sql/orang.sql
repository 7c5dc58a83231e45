-- One row per person: number, NIP (its last three digits in the range that nobody has), name, the OPD worked in now and the
-- NIP of its head.
with
bernip as (
    select
        i, i // 300 as opd,
        strftime(date '1966-01-01' + ((i // 99 * 7919) % 12000)::integer, '%Y%m%d')
            || (2000 + i // 1188000)::varchar || '04' || (1 + i % 2)::varchar || (901 + i % 99)::varchar as nip
    from range($orang) as t(i)
)
select
    i, opd, nip,
    'Contoh ' || ['Aruna', 'Bayu', 'Citra', 'Dewi', 'Eka', 'Fajar', 'Gita', 'Hadi', 'Indah', 'Joko'][1 + acak(i) % 10]
        || ' ' || ['Lestari', 'Pratama', 'Wijaya', 'Saputra', 'Utami', 'Nugroho', 'Rahayu'][1 + acak(i + 1) % 7]
        || ' ' || (acak(i + 2) % 97)::varchar as nama,
    md5('orang' || i)::uuid::varchar as id_asn,
    first_value(nip) over (partition by opd order by i) as nip_kepala
from bernip
order by i
