-- One row per definitive appointment that gives or leaves a seat: from which post to which. Rotasi is false where nobody
-- moved: penyetaraan, pengukuhan, inpassing, the same seat again, and a first recorded post that no selection or move gave.
with
pejabat as (
    select distinct orang_id from core.riwayat where kode_jabatan is not null
),
berurut as (
    select
        r.orang_id, r.mulai as tanggal, r.no_sk, r.tgl_sk, r.kode_sk_batch, r.cara, r.tmt_pelantikan,
        r.kode_jabatan as ke_kode_jabatan, r.nama_jabatan as ke_jabatan, r.kode_opd as ke_opd, r.tingkat as ke_tingkat,
        lower(replace(r.nama_jabatan, ' ', '')) as ke_kunci,
        lag(r.kode_jabatan) over riwayat_orang as dari_kode_jabatan,
        lag(r.nama_jabatan) over riwayat_orang as dari_jabatan,
        lag(r.kode_opd) over riwayat_orang as dari_opd,
        lag(r.tingkat) over riwayat_orang as dari_tingkat,
        lag(r.mulai) over riwayat_orang as dari_mulai,
        lag(r.selesai) over riwayat_orang as dari_selesai
    from marts.riwayat as r
    inner join pejabat as p on r.orang_id = p.orang_id
    where r.jenis_penugasan = 'definitif'
    window riwayat_orang as (
        partition by r.orang_id
        order by r.mulai, case when r.kode_jabatan is null then 0 else 1 end, r.kode_jabatan, r.impor_id, r.baris
    )
),
bercara as (
    select
        b.*,
        coalesce(b.cara, case when k.kata is not null and b.dari_opd is not distinct from b.ke_opd then 'penyetaraan' end)
            as cara_pasti
    from berurut as b
    left join raw.kata_jabatan as k
        on k.jenis = 'penyetaraan' and b.ke_kode_jabatan is null and b.dari_tingkat = k.arti
        and b.ke_jabatan is not null and lower(b.ke_jabatan) like '%' || k.kata || '%'
)
select
    b.orang_id, b.tanggal, b.no_sk, b.tgl_sk, b.kode_sk_batch,
    coalesce(b.kode_sk_batch, cast(b.tanggal as varchar)) as pelantikan,
    b.tmt_pelantikan,
    b.cara_pasti as cara,
    b.dari_kode_jabatan, b.dari_jabatan, b.dari_opd, b.dari_mulai, b.dari_selesai,
    b.ke_kode_jabatan, b.ke_jabatan, b.ke_opd,
    coalesce(b.ke_tingkat, b.dari_tingkat) as tingkat,
    case
        when n.kata is not null then false
        when b.dari_mulai is null then p.kata is not null
        else coalesce(b.ke_kode_jabatan, b.ke_kunci) is distinct from coalesce(b.dari_kode_jabatan, lower(replace(b.dari_jabatan, ' ', '')))
    end as rotasi
from bercara as b
left join raw.kata_jabatan as n on n.jenis = 'bukan_rotasi' and b.cara_pasti = n.kata
left join raw.kata_jabatan as p on p.jenis = 'pindah' and b.cara_pasti = p.kata
where b.ke_kode_jabatan is not null or b.dari_kode_jabatan is not null
