-- One row per build: the settings by which year-ends are forecast, side by side.
select
    max(case when kunci = 'cara' then case nilai when 1 then 'kurva' when 2 then 'rak' end end) as cara,
    cast(max(case when kunci = 'tahun_paling_banyak' then nilai end) as integer) as n_tahun,
    cast(max(case when kunci = 'galat_paling_sedikit' then nilai end) as integer) as n_galat,
    cast(max(case when kunci = 'luar_pola' then nilai end) as double) as luar_pola,
    max(case when kunci = 'rentang_bawah' then nilai end) as bawah,
    max(case when kunci = 'rentang_atas' then nilai end) as atas,
    max(case when kunci = 'cara' then aturan_id end) as aturan_id,
    max(case when kunci = 'cara' then dasar_hukum end) as dasar_hukum,
    max(case when kunci = 'cara' then dasar_hukum_en end) as dasar_hukum_en,
    max(case when kunci = 'cara' then tag end) as tag
from raw.pendaratan_setelan
