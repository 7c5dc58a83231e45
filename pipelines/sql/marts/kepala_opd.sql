-- One row per year, month and OPD with a known head seat: who heads it on the last day of the month, since when, and who did
-- before. Keadaan tidak_tercatat: no history of the seat reaches that day.
select
    b.tahun, b.bulan,
    cast(b.tahun as varchar) || '-' || lpad(cast(b.bulan as varchar), 2, '0') as periode,
    b.kode_opd, k.kode_jabatan, k.nama_jabatan, k.pimpinan_dari, k.sementara,
    coalesce(p.keadaan, 'tidak_tercatat') as keadaan,
    p.orang_id,
    p.masa_mulai as tmt,
    p.tmt_pelantikan, p.cara, p.no_sk,
    cast(date_diff('day', p.masa_mulai, b.akhir) as integer) as hari_menjabat,
    p.sebelum_orang_id,
    case when p.keadaan = 'definitif' then cast(coalesce(p.tmt_pelantikan, p.masa_mulai) + a.nilai as date) end as hari_100,
    case when p.keadaan = 'plt' then 1 else 0 end as plt,
    case when p.keadaan = 'kosong' then 1 else 0 end as kosong,
    case
        when p.keadaan = 'definitif' and cast(coalesce(p.tmt_pelantikan, p.masa_mulai) + a.nilai as date) >= b.akhir then 1
        else 0
    end as baru
from core.bulan_opd as b
inner join marts.kursi as k on b.kode_opd = k.kode_opd and k.pimpinan_opd
left join marts.pemegang as p on k.kode_jabatan = p.kode_jabatan and p.mulai <= b.akhir and p.selesai > b.akhir
left join raw.aturan_jabatan as a
    on a.kunci = 'seratus_hari' and a.berlaku_mulai <= b.akhir and (a.berlaku_sampai is null or a.berlaku_sampai > b.akhir)
