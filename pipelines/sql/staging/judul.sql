-- One row per title and kind of assignment as histories write them: its number, and the title to compare by.
with
tulisan as (
    select distinct
        jenis_penugasan, nama_jabatan,
        lower(jenis_penugasan) as jenis,
        lower(replace(nama_jabatan, ' ', '')) as rapat
    from raw.riwayat_jabatan
)
select
    cast(row_number() over (order by nama_jabatan, jenis_penugasan) as integer) as judul,
    jenis_penugasan, nama_jabatan, jenis,
    -- "Plt. Kepala Dinas" is the post "Kepala Dinas"
    case
        when jenis = 'definitif' then rapat
        when rapat like 'plt.%' or rapat like 'plh.%' then substr(rapat, 5)
        when rapat like 'plt%' or rapat like 'plh%' or rapat like 'pj.%' then substr(rapat, 4)
        when rapat like 'pj%' then substr(rapat, 3)
        else rapat
    end as kunci_jabatan
from tulisan
