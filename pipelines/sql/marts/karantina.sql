-- One row per row of a people file that stays out, and why: nip_angka (a number where a NIP should be, with whole NIPs that
-- begin alike), nip_salah, bertentangan (two rows of a file that differ), terbalik (ends before it begins).
with
tanpa_nip as (
    select 'pegawai' as tabel, impor_id, lembar, baris, nip_angka, nama, kode_opd from raw.pegawai
    where nip is null and (nip_angka is not null or jenis not in ('non-ASN', 'alih daya'))  -- those have none
    union all
    select 'riwayat_jabatan', impor_id, lembar, baris, nip_angka, nama, kode_opd from raw.riwayat_jabatan where nip is null
    union all
    select 'skp', s.impor_id, s.lembar, s.baris, s.nip_angka, s.nama, s.kode_opd
    from raw.skp as s
    left join (select distinct id_asn from raw.pegawai where nip is not null) as a on s.id_asn = a.id_asn
    where s.nip is null and (s.nip_angka is not null or a.id_asn is null)
    union all
    select 'skp_indikator', impor_id, lembar, baris, nip_angka, nama, cast(null as varchar) from raw.skp_indikator
    where nip is null
    union all
    select 'disiplin_diklat', impor_id, lembar, baris, nip_angka, nama, cast(null as varchar) from raw.disiplin_diklat
    where nip is null
    union all
    select 'pengecualian', impor_id, lembar, baris, nip_angka, nama, cast(null as varchar) from raw.pengecualian
    where nip is null
),
mirip as (
    select
        substr(n.nip, 1, 15) as nip_angka, n.nip,
        row_number() over (partition by substr(n.nip, 1, 15) order by n.nip) as ke
    from core.orang_nip as n
    inner join (select distinct nip_angka from tanpa_nip) as t on substr(n.nip, 1, 15) = t.nip_angka
),
calon as (
    select
        nip_angka,
        max(case when ke = 1 then nip end)
            || coalesce(', ' || max(case when ke = 2 then nip end), '')
            || coalesce(', ' || max(case when ke = 3 then nip end), '') as calon
    from mirip
    group by nip_angka
),
semua as (
    select
        t.tabel, t.impor_id, t.lembar, t.baris,
        case when t.nip_angka is null then 'nip_salah' else 'nip_angka' end as alasan,
        t.nip_angka as tertulis,
        t.nama, c.calon, t.kode_opd
    from tanpa_nip as t
    left join staging.padanan as p
        on p.jenis = 'nip' and t.nip_angka = p.tertulis and p.kunci_konteks in ('', lower(replace(t.nama, ' ', '')))
    left join calon as c on t.nip_angka = c.nip_angka
    where p.tertulis is null
    union all
    select
        'riwayat_jabatan', impor_id, lembar, baris, case when terbalik then 'terbalik' else 'bertentangan' end, nip,
        cast(null as varchar), cast(null as varchar), kode_opd
    from staging.riwayat_jabatan
    where bertentangan or terbalik
    union all
    select
        'pegawai', impor_id, lembar, baris, 'bertentangan', nip, nama, cast(null as varchar), kode_opd
    from staging.pegawai
    where bertentangan
)
select
    s.tabel, s.impor_id, s.lembar, s.baris, s.alasan, s.tertulis, s.nama, s.calon,
    coalesce(u.kode_opd, s.kode_opd) as kode_opd
from semua as s
left join core.unit_master as u on s.kode_opd = u.kode_unit
