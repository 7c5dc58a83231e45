-- One row per year, month and OPD with procurement packages, as the last list tells of them: those without a contract by the end of
-- the month, those past the end of their contract and not finished, and those broken off. Kept apart from money: values are of RUP.
with
terakhir as (
    select
        p.*, k.kode_opd as opd,
        row_number() over (
            partition by p.tahun, p.kode_rup order by p.urut desc, p.impor_id desc, p.lembar, p.baris
        ) as ke
    from raw.paket as p
    inner join core.unit_kode as k on trim(p.kode_opd) = k.kode_tertulis
),
bulanan as (
    select
        k.tahun, k.bulan, t.opd as kode_opd, t.nilai, t.direkam_pada,
        -- the day of the contract decides; a list without that day says how it stands when it was written
        case
            when t.tgl_kontrak is not null and t.tgl_kontrak > k.akhir then 1
            when t.tgl_kontrak is null and t.status in ('belum tender', 'tender') then 1
            else 0
        end as belum,
        case when t.tgl_akhir < k.akhir and t.status in ('kontrak', 'perpanjangan') then 1 else 0 end as lewat,
        case when t.status = 'putus' then 1 else 0 end as putus,
        case when t.tgl_akhir < k.akhir and t.status in ('kontrak', 'perpanjangan') then t.tgl_akhir end as akhir_kontrak
    from terakhir as t
    inner join raw.kalender as k on t.tahun = k.tahun
    where t.ke = 1
)
select
    cast(tahun as integer) as tahun,
    cast(bulan as integer) as bulan,
    kode_opd,
    cast(count(*) as integer) as paket_n,
    cast(sum(belum) as integer) as paket_belum_n,
    cast(sum(case when belum = 1 then nilai end) as decimal(18, 2)) as paket_belum_nilai,
    cast(sum(lewat) as integer) as paket_lewat_n,
    cast(sum(case when lewat = 1 then nilai end) as decimal(18, 2)) as paket_lewat_nilai,
    min(akhir_kontrak) as paket_lewat_sejak,
    cast(sum(putus) as integer) as paket_putus_n,
    cast(max(direkam_pada) as date) as paket_per
from bulanan
group by tahun, bulan, kode_opd
