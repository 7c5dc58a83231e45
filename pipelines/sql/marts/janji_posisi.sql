-- One row per commitment: the last day on which anybody reported (batas), and what its measure was at the two ends that judge it
-- and when it was known last, each held against the promise: where more is better at least it, where less is at most it.
with
batas as (
    select max(akhir) as batas
    from (
        select k.akhir
        from marts.bulan as b
        inner join raw.kalender as k on b.tahun = k.tahun and b.bulan = k.bulan
        union all
        select k.akhir
        from core.realisasi_indikator as r
        inner join raw.kalender as k on r.tahun = k.tahun and r.triwulan * 3 = k.bulan
        where not r.percobaan
    ) as hari
),
berlaku as (
    -- the indicator as it is in force at the end that holds the deadline, else at another quarter of that year
    select
        k.id, i.arah, i.lingkup, i.kode_opd,
        row_number() over (
            partition by k.id order by case when i.triwulan * 3 = k.bulan_akhir then 0 else 1 end, i.triwulan desc
        ) as ke
    from core.komitmen as k
    inner join core.indikator as i on k.kode_indikator = i.kode_indikator and k.tahun = i.tahun
),
dasar as (
    select
        k.*, b.batas,
        i.lingkup as indikator_lingkup, i.kode_opd as indikator_opd,
        case when k.ukuran = 'indikator' then i.arah when k.ukuran = 'sisa' then 'turun' else 'naik' end as arah
    from core.komitmen as k
    cross join batas as b
    left join berlaku as i on k.id = i.id and i.ke = 1
),
nilai as (
    select
        d.id, d.bulan_awal, d.bulan_akhir, n.bulan, n.akhir, n.pembilang, n.penyebut, n.sebab,
        case d.arah
            when 'naik' then n.pembilang >= d.nilai_janji * n.penyebut
            when 'turun' then n.pembilang <= d.nilai_janji * n.penyebut
            else n.pembilang = d.nilai_janji * n.penyebut
        end as tercapai,
        row_number() over (
            partition by d.id order by case when n.sebab is null and n.bulan <= d.bulan_akhir then 0 else 1 end, n.bulan desc
        ) as ke
    from dasar as d
    inner join marts.janji_nilai as n
        on d.kode_opd = n.kode_opd and coalesce(d.kode_unit, '') = n.kode_unit and d.ukuran = n.ukuran
        and coalesce(d.kode_indikator, '') = n.kode_indikator and d.tahun = n.tahun
)
select
    d.*,
    a.akhir as hari_awal, a.pembilang as pembilang_awal, a.penyebut as penyebut_awal, a.sebab as sebab_awal,
    a.tercapai as tercapai_awal,
    z.pembilang as pembilang_akhir, z.penyebut as penyebut_akhir, z.sebab as sebab_akhir, z.tercapai as tercapai_akhir,
    z.id is not null as ada_akhir,
    t.akhir as hari_terakhir, t.pembilang as pembilang_terakhir, t.penyebut as penyebut_terakhir, t.tercapai as tercapai_terakhir
from dasar as d
left join nilai as a on d.id = a.id and a.bulan = d.bulan_awal
left join nilai as z on d.id = z.id and z.bulan = d.bulan_akhir
left join nilai as t on d.id = t.id and t.ke = 1 and t.sebab is null and t.bulan <= d.bulan_akhir
