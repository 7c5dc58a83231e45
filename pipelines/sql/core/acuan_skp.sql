-- view: One row per person, period, indicator and aspect of an SKP: its target as a range, its result, how less is better is
-- counted, and why there is nothing to hold against each other (cacat). Missing, nil and unreadable are different things.
with
setelan as (
    select
        max(case when kunci = 'capaian_turun' then nilai end) as cara_turun,
        max(case when kunci = 'rata_batas' then nilai end) as rata_batas
    from raw.skp_setelan
)
select
    o.orang_id, o.orang, i.*, k.akhir, s.rata_batas,
    case when i.arah = 'turun' and s.cara_turun = 2 then 'banding' else 'selisih' end as cara,
    case
        when i.target is null then 'tanpa_target'
        when i.target_meragukan then 'target_meragukan'
        when i.target_bawah is null or i.target_atas is null then 'target_bukan_angka'
        when i.target_bawah < 0 then 'target_negatif'
        when i.target_bawah > i.target_atas then 'rentang_terbalik'
        when i.realisasi is null then 'belum_dilaporkan'
        when i.realisasi_meragukan then 'realisasi_meragukan'
        when i.realisasi_angka is null then 'realisasi_bukan_angka'
    end as cacat
from staging.skp_indikator as i
cross join setelan as s
inner join core.orang_nip as o on i.nip = o.nip
inner join raw.kalender as k
    on i.tahun = k.tahun
    and k.bulan = case i.jenis_periode when 'tahunan' then 12 when 'triwulan' then 3 * i.periode else i.periode end
