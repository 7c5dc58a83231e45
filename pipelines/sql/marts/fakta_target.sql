-- One row per year, month and OPD: its agreed indicators (PK) in the last quarter that had ended, how many of the head's are reached,
-- and how many name a program, kegiatan or sub kegiatan that has no ceiling. Unknown in a quarter of which no PK was given.
with
pagu as (
    select tahun, bulan, kode_opd, kode_program as kode, sum(pagu) as pagu
    from marts.anggaran
    group by tahun, bulan, kode_opd, kode_program
    union all
    select tahun, bulan, kode_opd, kode_kegiatan, sum(pagu)
    from marts.anggaran
    group by tahun, bulan, kode_opd, kode_kegiatan
    union all
    select tahun, bulan, kode_opd, kode_sub_kegiatan, sum(pagu)
    from marts.anggaran
    group by tahun, bulan, kode_opd, kode_sub_kegiatan
),
berpagu as (
    select distinct tahun, bulan, kode_opd from pagu where pagu > 0
),
pk as (
    select
        i.tahun, i.triwulan, i.kode_opd, i.tingkat,
        case i.acuan when 'triwulan' then i.capaian when 'tahun' then i.capaian_tahun end as capaian,
        min(i.tingkat) over (partition by i.tahun, i.triwulan, i.kode_opd) as puncak,
        -- only where the OPD has a ceiling at all: without one nothing is known of any program
        case
            when b.kode_opd is not null and coalesce(i.kode_sub_kegiatan, i.kode_kegiatan, i.kode_program) is not null
                and coalesce(p.pagu, 0) = 0 then i.indikator
        end as tanpa_pagu
    from marts.indikator as i
    left join berpagu as b on i.tahun = b.tahun and b.bulan = 3 * i.triwulan and i.kode_opd = b.kode_opd
    left join pagu as p
        on i.tahun = p.tahun and p.bulan = 3 * i.triwulan and i.kode_opd = p.kode_opd
        and coalesce(i.kode_sub_kegiatan, i.kode_kegiatan, i.kode_program) = p.kode
    where i.lingkup = 'pk'
),
jumlah as (
    select
        tahun, triwulan, kode_opd,
        count(*) as n,
        sum(case when tingkat is not distinct from puncak then 1 else 0 end) as n_kepala,
        sum(case when tingkat is not distinct from puncak and capaian is not null then 1 else 0 end) as n_bernilai,
        sum(case when tingkat is not distinct from puncak and capaian >= 100 then 1 else 0 end) as n_tercapai,
        count(tanpa_pagu) as n_tanpa_pagu,
        min(tanpa_pagu) as tanpa_pagu
    from pk
    group by tahun, triwulan, kode_opd
),
ada as (
    select distinct tahun, triwulan from jumlah
),
posisi as (
    select
        tahun, bulan, kode_opd,
        -- January and February answer for the last quarter of the year before
        case when bulan < 3 then tahun - 1 else tahun end as tahun_target,
        case when bulan < 3 then 4 else cast((bulan - bulan % 3) / 3 as integer) end as triwulan
    from marts.opd_bulan
    where cakupan = 'semua'
)
select
    p.tahun, p.bulan, p.kode_opd,
    cast(coalesce(j.n, 0) as integer) as pk_n,
    cast(j.n_kepala as integer) as pk_kepala_n,
    cast(j.n_bernilai as integer) as pk_bernilai_n,
    cast(j.n_tercapai as integer) as pk_tercapai_n,
    cast(j.n_bernilai - j.n_tercapai as integer) as pk_belum_n,
    cast(j.n_tanpa_pagu as integer) as pk_tanpa_pagu_n,
    j.tanpa_pagu as pk_tanpa_pagu_nama
from posisi as p
inner join ada as a on p.tahun_target = a.tahun and p.triwulan = a.triwulan
left join jumlah as j on p.tahun_target = j.tahun and p.triwulan = j.triwulan and p.kode_opd = j.kode_opd
