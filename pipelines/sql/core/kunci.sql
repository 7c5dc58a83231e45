-- One row per year and key of money as any file writes it: its unit and its place in the plan, with a number to join by.
with
tertulis as (
    select
        tahun, kode_tertulis, kode_program, kode_kegiatan, kode_sub_kegiatan, kode_rekening, sumber_dana,
        max(case when jenis = 'pagu' then 1 else 0 end) as dari_pagu
    from staging.uang
    group by tahun, kode_tertulis, kode_program, kode_kegiatan, kode_sub_kegiatan, kode_rekening, sumber_dana
)
select
    cast(row_number() over (
        order by
            t.tahun, t.kode_tertulis, t.kode_program, t.kode_kegiatan, t.kode_sub_kegiatan, t.kode_rekening, t.sumber_dana
    ) as integer) as kunci_id,
    t.tahun, t.kode_tertulis, u.kode_unit, t.kode_program, t.kode_kegiatan, t.kode_sub_kegiatan,
    coalesce(nullif(t.kode_sub_kegiatan, ''), nullif(t.kode_kegiatan, ''), t.kode_program) as simpul,
    t.kode_rekening, t.sumber_dana, t.dari_pagu
from tertulis as t
inner join core.unit as u on t.tahun = u.tahun and t.kode_tertulis = u.kode_tertulis
