-- One row per post of a person as SIASN's histories tell it ($kali 1): three each, one person in fifteen from seat to seat;
-- some rows twice in the file, some contradicted. $kali 2: the same posts of one person in fifty, recorded again.
-- $kali 3: acting officials.
with
masa as (
    select
        o.*, k,
        case when i % 15 = 0 then (i // 15 + [0, 7, 33][k + 1]) % ($orang // 15) end as kursi,
        (opd + case when acak(i + 10 * k) % 5 < 2 and k < 2 then acak(i + k) % 97 else 0 end) % ($orang // 300) as unit
    from orang as o, (select k::integer as k from range(3) as t(k))
    where $kali = 1 or ($kali = 2 and i % 50 = 7) or ($kali = 3 and i % 1500 = 15 and k = 0)
),
bertempat as (
    select *, coalesce(kursi // 20, unit) as u, kursi % 20 as s from masa
)
select
    nip, nama,
    md5('unor' || u)::uuid::varchar as unor_id,
    'Dinas Contoh ' || u as unor,
    'Pemerintah Kab. Contoh' as unor_induk,
    case
        when s = 0 then 'Kepala Dinas Contoh ' || u
        when s < 6 then 'Kepala Bidang ' || s
        when s is not null then 'Kepala Seksi ' || s
        else 'Jabatan ' || (acak(i + k) % 300)::varchar
    end as nama_jabatan,
    case when s = 0 then 'II.b' when s < 6 then 'III.a' when s is not null then 'IV.a' end as eselon,
    case when $kali = 3 then 'Plt' else 'definitif' end as jenis_penugasan,
    case when s is not null and k > 0 then case when i % 4 = 0 then 'seleksi terbuka' else 'rotasi' end end as cara,
    '800/' || (acak(i + 20 * k) % 9000)::varchar || '/BKD/' || (2013 + 4 * k) as no_sk,
    make_date(2013 + 4 * k, 1, 1) + (acak(coalesce(kursi, i)) % 900) - 20 + 7 * g as tgl_sk,
    case
        when $kali = 3 then date '2025-02-01' + (acak(i) % 200)
        else make_date(2013 + 4 * k, 1, 1) + (acak(coalesce(kursi, i)) % 900)
    end as tmt_mulai,
    case when s is not null then make_date(2013 + 4 * k, 1, 1) + (acak(kursi) % 900) end as tmt_pelantikan,
    case
        when $kali = 3 then date '2025-06-01' + (acak(i) % 300)
        when acak(i + 40 * k) % 10 = 0 and k < 2 then make_date(2017 + 4 * k, 1, 1)
    end as tmt_selesai,
    case when s is not null and i % 3 = 0 then 'B-' || (2013 + 4 * k) || '-' || (u // 40) end as kode_sk_batch,
    md5('rw' || i || '-' || k)::uuid::varchar as id_sumber,
    'Data' as lembar,
    (i * 6 + 2 * k + g + 2)::integer as baris
from bertempat, (select g::integer as g from range(2) as v(g))
where g = 0 or ($kali = 1 and acak(i + 50 * k) % 500 = 0)
