-- One row per indicator, year and quarter as recorded last: what was reached, as written and as a number. A predicate is read on
-- the scale its indicator names, by its word or by a score that the scale knows (76 is BB on that of AKIP). Trial entries are kept apart: they are no achievement.
with
urutan as (
    select
        trim(r.kode_indikator) as kode_indikator,
        cast(r.tahun as integer) as tahun,
        cast(r.triwulan as integer) as triwulan,
        nullif(trim(r.realisasi), '') as realisasi,
        coalesce(r.percobaan, false) as percobaan,
        coalesce(r.diverifikasi, false) as diverifikasi,
        r.pendorong, r.penghambat, r.tindak_lanjut, r.bukti, r.tgl_isi, r.impor_id, r.lembar, r.baris,
        row_number() over (
            partition by trim(r.kode_indikator), r.tahun, r.triwulan
            order by r.urut desc, r.impor_id desc, r.lembar, r.baris
        ) as ke
    from raw.pk_realisasi as r
)
select
    u.kode_indikator, u.tahun, u.triwulan, u.realisasi, u.percobaan, u.diverifikasi, u.pendorong, u.penghambat,
    u.tindak_lanjut, u.bukti, u.tgl_isi, u.impor_id, u.lembar, u.baris,
    case
        when i.metode = 'predikat' then coalesce(s.nilai, n.nilai)
        when a.bawah = a.atas and not a.meragukan and coalesce(x.baku = y.baku, true) then a.bawah
    end as angka,
    i.metode <> 'predikat' and coalesce(a.meragukan, false) as meragukan,
    i.metode <> 'predikat' and a.bawah is not null and coalesce(x.baku <> y.baku, false) as satuan_lain,
    case when s.kode is null then n.kode end as dibaca
from urutan as u
inner join core.indikator as i on u.kode_indikator = i.kode_indikator and u.tahun = i.tahun and u.triwulan = i.triwulan
left join staging.tulisan_angka as a on u.realisasi = a.kata
left join staging.satuan_tertulis as x on a.satuan = x.ejaan
left join staging.satuan_tertulis as y on i.satuan = y.ejaan
left join core.skala as s on i.skala = s.skala and lower(u.realisasi) = s.kunci
left join core.skala as n
    on i.skala = n.skala and i.metode = 'predikat' and n.sampai is not null and a.bawah = a.atas and not a.meragukan
    and a.bawah >= 0 and a.bawah <= n.sampai and (n.lebih_dari is null or a.bawah > n.lebih_dari)
where u.ke = 1 and u.realisasi is not null
