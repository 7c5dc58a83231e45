-- One row per indicator of an agreement, year and quarter that stands on a line of the Renja: the lowest code it names, the codes
-- above it, and a key (kunci) in which the support program is X.XX.01 whatever bidang urusan a file writes before it.
with
tertulis as (
    select
        tahun, triwulan, kode_opd, kode_indikator, pagu_renstra, keuangan_renstra,
        nullif(kode_sub_kegiatan, '') as sub,
        coalesce(
            nullif(kode_kegiatan, ''),
            case when kode_sub_kegiatan like '____.__._.__.%' then substr(kode_sub_kegiatan, 1, 12) end
        ) as kegiatan,
        nullif(kode_program, '') as program
    from core.indikator
    where lingkup = 'pk' and kode_opd is not null
),
berjenjang as (
    select
        *,
        case when sub is not null then 'sub_kegiatan' when kegiatan is not null then 'kegiatan' else 'program' end as tingkat,
        coalesce(sub, kegiatan, program) as kode,
        coalesce(program, case when kegiatan like '____.__._.__' then substr(kegiatan, 1, 7) end) as kode_program
    from tertulis
    where coalesce(sub, kegiatan, program) is not null
)
select
    tahun, triwulan, kode_opd, kode_indikator, tingkat, kode, kode_program,
    case when tingkat <> 'program' then kegiatan end as kode_kegiatan,
    sub as kode_sub_kegiatan,
    case when substr(kode, 5, 3) = '.01' then 'X.XX' || substr(kode, 5) else kode end as kunci,
    pagu_renstra, keuangan_renstra
from berjenjang
