-- peringatan: One row per extension whose new due date is not later than the one before it.
with
urutan as (
    select id, ke, dari, tenggat, lag(tenggat) over (partition by id order by ke) as tenggat_lalu
    from core.tenggat
)
select 'perpanjangan' as jenis, id as tindak_lanjut_id, dari as tanggal, tenggat as tenggat_baru, tenggat_lalu
from urutan
where tenggat <= tenggat_lalu
