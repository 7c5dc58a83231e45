-- view: One row per person, period, kind (own post or Plt) and SKP, in numbers: plan and evaluation by what is written of them,
-- 0 where there is none. core.skp is the same in words.
select
    b.orang, b.kurun, 1 as segmen, true as tunggal, b.plt, b.mulai, b.sampai, b.opd, b.jabatan,
    case when i.bawa_rencana then b.tulisan else 0 end as tulisan_rencana,
    case when i.bawa_nilai then b.tulisan else 0 end as tulisan_nilai,
    b.tgl_penilaian, b.sumber, b.baris
from core.skp_baris as b
inner join staging.skp_sumber as i on b.sumber = i.sumber
where not b.berulang
union all
select
    orang, kurun, 1, true, plt, mulai, sampai, opd, jabatan, coalesce(tulisan_rencana, 0), coalesce(tulisan_nilai, 0),
    tgl_penilaian, sumber, baris
from core.skp_tunggal
where tunggal
union all
select
    orang, kurun, segmen, false, plt, mulai, sampai, opd, jabatan, coalesce(tulisan_rencana, 0), coalesce(tulisan_nilai, 0),
    tgl_penilaian, sumber, baris
from core.skp_ganda
