-- One row per indicator, year and quarter: where it stands, its attainment of the quarter's target, of the year's and of the
-- plan's end side by side, the predicate of Permendagri 86/2017 for the year, and why a number is missing.
with
setelan as (
    select
        max(case when kunci = 'rata_batas' then nilai end) as rata_batas,
        max(case when kunci = 'predikat_cara' then nilai end) as predikat_cara
    from raw.target_setelan
),
bersisi as (
    select
        i.lingkup, i.kode_indikator, i.tahun, i.triwulan, i.kode_opd, i.kode_unit, i.tingkat, i.kode_jabatan, i.induk, i.bobot,
        i.visi, i.misi, i.tujuan, i.sasaran, i.jenis, i.indikator, i.satuan, i.arah, i.metode, i.entri, s.cara,
        p.nilai, p.tertulis, p.n_triwulan, p.triwulan_terakhir, p.lengkap,
        s.target_triwulan, s.triwulan_bawah, s.triwulan_atas, s.capaian, s.sebab,
        s.target_tahun, s.target_bawah, s.target_atas, s.capaian_tahun, s.sebab_tahun,
        -- what judges it: the quarter's target, else the year's where what stands now can be held against it
        case
            when s.capaian is not null then 'triwulan'
            when s.sebab = 'tanpa_target' and s.capaian_tahun is not null and (i.metode <> 'jumlah' or s.triwulan = 4) then 'tahun'
        end as acuan,
        s.target_akhir, i.tahun_akhir, s.nilai_akhir, s.capaian_akhir, s.sebab_akhir,
        u.rata_batas,
        b.kode as predikat,
        i.realisasi_tahun_lalu,
        -- a comparator written with the target stands; a blank one comes from the figures of areas, with its source
        coalesce(nullif(trim(i.pembanding_nasional), ''), m.nasional) as pembanding_nasional,
        coalesce(nullif(trim(i.pembanding_provinsi), ''), m.provinsi) as pembanding_provinsi,
        case when nullif(trim(i.pembanding_nasional), '') is null then m.sumber_nasional end as sumber_nasional,
        case when nullif(trim(i.pembanding_provinsi), '') is null then m.sumber_provinsi end as sumber_provinsi,
        i.opd_pengampu, i.ketua_tim, i.sumber,
        i.kode_program, i.kode_kegiatan, i.kode_sub_kegiatan, i.nip, i.impor_id, p.impor_realisasi, i.baris
    from core.indikator as i
    inner join core.capaian_sisi as s on i.kode_indikator = s.kode_indikator and i.tahun = s.tahun and i.triwulan = s.triwulan
    inner join core.indikator_sampai as p
        on i.kode_indikator = p.kode_indikator and i.tahun = p.tahun and i.triwulan = p.triwulan
    cross join setelan as u
    left join core.pembanding_makro as m on i.kode_indikator = m.kode_indikator and i.tahun = m.tahun
    left join raw.pita_renja as b
        on s.capaian_tahun is not null
        and case when u.predikat_cara = 2
            then (b.lebih_dari is null or s.capaian_tahun > b.lebih_dari)
                and (b.sampai is null or s.capaian_tahun <= b.sampai)
            else (b.mulai is null or round(s.capaian_tahun, 0) >= b.mulai)
                and (b.sebelum is null or round(s.capaian_tahun, 0) < b.sebelum)
        end
)
select
    *,
    -- what judges it, never below nil and never above what one indicator may bring to a mean
    case acuan
        when 'triwulan' then least(greatest(capaian, cast(0 as decimal(38, 6))), cast(rata_batas as decimal(38, 6)))
        when 'tahun' then least(greatest(capaian_tahun, cast(0 as decimal(38, 6))), cast(rata_batas as decimal(38, 6)))
    end as capaian_dinilai
from bersisi
