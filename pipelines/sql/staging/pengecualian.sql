-- One row per person's NIP, reason and first day in which no SKP is owed, as recorded last; days half-open.
with
dibaca as (
    select
        coalesce(e.nip, p.kode) as nip,
        e.alasan, e.mulai,
        coalesce(cast(e.selesai + interval 1 day as date), date '9999-12-31') as sampai,
        e.urut
    from raw.pengecualian as e
    left join staging.padanan as p
        on p.jenis = 'nip' and e.nip is null and e.nip_angka = p.tertulis
        and p.kunci_konteks in ('', lower(replace(e.nama, ' ', '')))
),
terakhir as (
    select *, max(urut) over (partition by nip, alasan, mulai) as urut_akhir
    from dibaca
    where nip is not null
)
select nip, alasan, mulai, max(sampai) as sampai
from terakhir
where urut = urut_akhir
group by nip, alasan, mulai
