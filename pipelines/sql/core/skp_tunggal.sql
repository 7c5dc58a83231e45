-- One row per person and period with several rows in reports: whether they are one plan and one evaluation that belong together
-- (tunggal), and that SKP. The others are told apart row by row in core.skp_berlaku and core.skp_ganda.
with
kelompok as (
    select
        b.orang, b.kurun,
        sum(case when i.bawa_rencana then 1 else 0 end) as n_rencana,
        sum(case when i.bawa_nilai then 1 else 0 end) as n_nilai,
        max(case when b.plt then 1 else 0 end) as plt,
        min(case when b.plt then 1 else 0 end) as plt_semua,
        max(case when i.bawa_rencana then b.mulai end) as r_mulai,
        max(case when i.bawa_rencana then b.sampai end) as r_sampai,
        max(case when i.bawa_rencana then b.opd end) as r_opd,
        max(case when i.bawa_rencana then b.id_sumber end) as r_id,
        max(case when i.bawa_rencana then b.jabatan end) as r_jabatan,
        max(case when i.bawa_rencana then b.tulisan end) as r_tulisan,
        max(case when i.bawa_nilai then b.mulai end) as n_mulai,
        max(case when i.bawa_nilai then b.sampai end) as n_sampai,
        max(case when i.bawa_nilai then b.opd end) as n_opd,
        max(case when i.bawa_nilai then b.id_sumber end) as n_id,
        max(case when i.bawa_nilai then b.jabatan end) as n_jabatan,
        max(case when i.bawa_nilai then b.tulisan end) as n_tulisan,
        max(b.tgl_penilaian) as tgl_penilaian,
        max(case when i.bawa_nilai then b.sumber end) as n_sumber,
        max(case when i.bawa_nilai then b.baris end) as n_baris,
        max(case when i.bawa_rencana then b.sumber end) as r_sumber,
        max(case when i.bawa_rencana then b.baris end) as r_baris
    from core.skp_baris as b
    inner join staging.skp_sumber as i on b.sumber = i.sumber
    where b.berulang
    group by b.orang, b.kurun
)
select
    orang, kurun,
    n_rencana <= 1 and n_nilai <= 1 and plt = plt_semua
    and (
        n_rencana = 0 or n_nilai = 0
        or coalesce(r_id = n_id, false)
        or (coalesce(n_opd = r_opd, true) and n_mulai < r_sampai and r_mulai < n_sampai)
    ) as tunggal,
    plt = 1 as plt,
    coalesce(r_mulai, n_mulai) as mulai,
    coalesce(r_sampai, n_sampai) as sampai,
    coalesce(r_opd, n_opd) as opd,
    coalesce(r_jabatan, n_jabatan) as jabatan,
    r_tulisan as tulisan_rencana,
    n_tulisan as tulisan_nilai,
    tgl_penilaian,
    coalesce(n_sumber, r_sumber) as sumber,
    coalesce(n_baris, r_baris) as baris
from kelompok
