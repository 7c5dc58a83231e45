-- peringatan: One row per member of a team that nobody describes, or whose written days lie outside the team's.
select
    b.nama_berkas, a.lembar, a.baris, 'mulai' as kolom, a.kode_tim, a.mulai, a.selesai, t.mulai as tim_mulai, t.selesai as tim_selesai,
    t.kode_tim is not null as tim_dikenal
from marts.tim_anggota as a
inner join raw.impor as b on a.impor_id = b.impor_id
left join marts.tim as t on a.kode_tim = t.kode_tim
where
    t.kode_tim is null or a.mulai < t.mulai or a.mulai >= t.selesai
    -- a membership without an end lasts as long as the team
    or (a.selesai > t.selesai and a.selesai < date '9999-12-31')
