-- One row per year, quarter, OPD and line of the Renja, from the budget or from an indicator that names it: its money of the year
-- and of the Renstra. Several indicators on a line say the Renstra's money once; where they say different sums, none is taken.
with
renstra as (
    select
        tahun, triwulan, kode_opd, tingkat, kunci,
        min(kode) as kode, min(kode_program) as kode_program, min(kode_kegiatan) as kode_kegiatan,
        min(kode_sub_kegiatan) as kode_sub_kegiatan,
        case when min(pagu_renstra) = max(pagu_renstra) then max(pagu_renstra) end as pagu_renstra,
        case when min(keuangan_renstra) = max(keuangan_renstra) then max(keuangan_renstra) end as keuangan_renstra,
        coalesce(min(pagu_renstra) <> max(pagu_renstra) or min(keuangan_renstra) <> max(keuangan_renstra), false) as berbeda
    from core.indikator_renja
    group by tahun, triwulan, kode_opd, tingkat, kunci
),
baris as (
    select
        coalesce(u.tahun, r.tahun) as tahun,
        coalesce(u.triwulan, r.triwulan) as triwulan,
        coalesce(u.kode_opd, r.kode_opd) as kode_opd,
        coalesce(u.tingkat, r.tingkat) as tingkat,
        coalesce(u.kunci, r.kunci) as kunci,
        -- a code says its bidang urusan where either of the two does: digits sort before the template's X
        least(coalesce(u.kode, r.kode), coalesce(r.kode, u.kode)) as kode_awal,
        least(coalesce(u.kode_program, r.kode_program), coalesce(r.kode_program, u.kode_program)) as program_awal,
        least(coalesce(u.kode_kegiatan, r.kode_kegiatan), coalesce(r.kode_kegiatan, u.kode_kegiatan)) as kegiatan_awal,
        least(coalesce(u.kode_sub_kegiatan, r.kode_sub_kegiatan), coalesce(r.kode_sub_kegiatan, u.kode_sub_kegiatan)) as sub_awal,
        u.kode is not null as berpagu,
        r.pagu_renstra, r.keuangan_renstra, coalesce(r.berbeda, false) as renstra_berbeda,
        u.pagu, u.tw1, u.tw2, u.tw3, u.tw4, u.realisasi, u.bulan_lapor
    from core.uang_renja as u
    full join renstra as r
        on u.tahun = r.tahun and u.triwulan = r.triwulan and u.kode_opd = r.kode_opd and u.tingkat = r.tingkat
        and u.kunci = r.kunci
),
bidang as (
    select kode_opd, max(substr(kode_sipd, 1, 4)) as bidang
    from staging.opd
    where kode_sipd is not null
    group by kode_opd
),
berkode as (
    select
        b.*,
        case when kode_awal like 'X.XX%' then coalesce(d.bidang, 'X.XX') || substr(kode_awal, 5) else kode_awal end as kode,
        case when program_awal like 'X.XX%' then coalesce(d.bidang, 'X.XX') || substr(program_awal, 5) else program_awal end
            as kode_program,
        case when kegiatan_awal like 'X.XX%' then coalesce(d.bidang, 'X.XX') || substr(kegiatan_awal, 5) else kegiatan_awal end
            as kode_kegiatan,
        case when sub_awal like 'X.XX%' then coalesce(d.bidang, 'X.XX') || substr(sub_awal, 5) else sub_awal end
            as kode_sub_kegiatan
    from baris as b
    left join bidang as d on b.kode_opd = d.kode_opd
)
select
    tahun, triwulan, kode_opd, tingkat, kunci, kode, kode_program, kode_kegiatan, kode_sub_kegiatan, berpagu,
    pagu_renstra, keuangan_renstra, renstra_berbeda, pagu, tw1, tw2, tw3, tw4, realisasi, bulan_lapor,
    cast(keuangan_renstra + realisasi as decimal(18, 2)) as realisasi_akhir,
    -- the support program first, then by code; a program before its kegiatan, a kegiatan before its sub kegiatan
    cast(row_number() over (
        partition by tahun, triwulan, kode_opd
        order by
            case when substr(coalesce(kode_program, 'Z'), 5, 3) = '.01' then 0 when kode_program is null then 2 else 1 end,
            coalesce(kode_program, ''), coalesce(kode_kegiatan, ''), coalesce(kode_sub_kegiatan, ''), tingkat, kode
    ) as integer) as urut
from berkode
