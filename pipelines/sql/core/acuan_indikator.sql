-- One row per indicator, year, quarter and what it is held against (acuan): the target by that quarter (triwulan), that of the
-- year (tahun), that of the end of RPJMD or Renstra (akhir); the target as a range, and what to hold against it.
-- Against the end of the plan an added-up indicator brings what earlier years gave; every other stands where it stands.
with
tertulis as (
    select
        i.kode_indikator, i.tahun, s.triwulan, 'triwulan' as acuan, s.nilai,
        case s.triwulan
            when 1 then i.target_tw1
            when 2 then i.target_tw2
            when 3 then i.target_tw3
            else coalesce(i.target_tw4, i.target_tahun)
        end as target
    from core.indikator as i
    inner join core.indikator_sampai as s
        on i.kode_indikator = s.kode_indikator and i.tahun = s.tahun and i.triwulan = s.triwulan
    union all
    select i.kode_indikator, i.tahun, s.triwulan, 'tahun', s.nilai, coalesce(i.target_tahun, i.target_tw4)
    from core.indikator as i
    inner join core.indikator_sampai as s
        on i.kode_indikator = s.kode_indikator and i.tahun = s.tahun and i.triwulan = s.triwulan
    union all
    select
        i.kode_indikator, i.tahun, s.triwulan, 'akhir',
        case when i.metode = 'jumlah' then s.nilai + case when l.bawah = l.atas and not l.meragukan then l.bawah end else s.nilai end,
        i.target_akhir
    from core.indikator as i
    inner join core.indikator_sampai as s
        on i.kode_indikator = s.kode_indikator and i.tahun = s.tahun and i.triwulan = s.triwulan
    left join staging.tulisan_angka as l on trim(i.realisasi_renstra) = l.kata
)
select
    t.kode_indikator, t.tahun, t.triwulan, t.acuan, t.nilai,
    nullif(trim(t.target), '') as target,
    i.arah, i.metode,
    case
        when i.arah = 'turun' and coalesce(i.rumus_turun, case when u.nilai = 2 then 'banding' else 'selisih' end) = 'banding'
            then 'banding'
        else 'selisih'
    end as cara,
    case when i.metode = 'predikat' then s.nilai else a.bawah end as bawah,
    case when i.metode = 'predikat' then s.nilai else a.atas end as atas,
    case
        when nullif(trim(t.target), '') is null then 'tanpa_target'
        when i.metode = 'predikat' and s.nilai is null then 'skala_tak_dikenal'
        when i.metode = 'predikat' then cast(null as varchar)
        when a.meragukan then 'target_meragukan'
        when a.bawah is null or a.atas is null then 'target_bukan_angka'
        when x.baku <> y.baku then 'target_satuan_lain'
        when a.bawah > a.atas then 'rentang_terbalik'
        when a.bawah < 0 then 'target_negatif'
    end as cacat
from tertulis as t
inner join core.indikator as i on t.kode_indikator = i.kode_indikator and t.tahun = i.tahun and t.triwulan = i.triwulan
inner join raw.target_setelan as u on u.kunci = 'capaian_turun'
left join staging.tulisan_angka as a on trim(t.target) = a.kata
left join staging.satuan_tertulis as x on a.satuan = x.ejaan
left join staging.satuan_tertulis as y on i.satuan = y.ejaan
left join core.skala as s on i.skala = s.skala and lower(trim(t.target)) = s.kunci
