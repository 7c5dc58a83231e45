-- One row per move of a joint inauguration (kode_sk_batch, else the day): the seat it left, who filled that seat and after how
-- many days. Moves of one inauguration that fill each other's seats are one chain (rantai), in order (langkah). keadaan and
-- jeda_hari of a seat nobody has filled are those of the last day told; at an earlier one they follow from ditinggal.
with
pindah as (
    select
        m.*,
        -- a seat can be left before the new post begins
        least(coalesce(m.dari_selesai, m.tanggal), m.tanggal) as ditinggal,
        row_number() over (
            partition by m.pelantikan order by m.tanggal, m.orang_id, m.ke_kode_jabatan, m.ke_jabatan
        ) as nomor
    from marts.mutasi as m
    where m.rotasi
),
sesudah as (
    -- what came to the seat that the move left
    select
        p.pelantikan, p.nomor, g.mulai, g.selesai, g.keadaan, g.orang_id,
        row_number() over (
            partition by p.pelantikan, p.nomor, case when g.keadaan = 'plt' then 1 else 0 end order by g.mulai
        ) as ke
    from pindah as p
    inner join marts.pemegang as g
        on p.dari_kode_jabatan = g.kode_jabatan and g.selesai > p.ditinggal
        and (g.keadaan = 'plt' or (g.keadaan in ('definitif', 'pj') and g.orang_id <> p.orang_id))
),
pengisi as (
    select
        pelantikan, nomor,
        max(case when keadaan <> 'plt' then orang_id end) as orang_id,
        max(case when keadaan <> 'plt' then mulai end) as mulai,
        max(case when keadaan = 'plt' then orang_id end) as plt_orang_id,
        max(case when keadaan = 'plt' then mulai end) as plt_mulai
    from sesudah
    where ke = 1
    group by pelantikan, nomor
),
sambung as (
    -- the move of the same inauguration that took the seat this one left
    select b.pelantikan, b.nomor, min(p.nomor) as sebelum
    from pindah as p
    inner join pengisi as i on p.pelantikan = i.pelantikan and p.nomor = i.nomor
    inner join pindah as b
        on p.pelantikan = b.pelantikan and p.dari_kode_jabatan = b.ke_kode_jabatan
        and i.orang_id = b.orang_id and i.mulai = b.tanggal
    group by b.pelantikan, b.nomor
),
-- back along the chain by one, two, four and eight moves: its first move (akar) and how far away that is (jarak)
satu as (
    select
        p.pelantikan, p.nomor, s.sebelum as atas,
        coalesce(s.sebelum, p.nomor) as akar,
        least(p.nomor, coalesce(s.sebelum, p.nomor)) as terkecil,
        case when s.sebelum is null then 0 else 1 end as jarak
    from pindah as p
    left join sambung as s on p.pelantikan = s.pelantikan and p.nomor = s.nomor
),
dua as (
    select
        a.pelantikan, a.nomor, b.atas, coalesce(b.akar, a.akar) as akar,
        least(a.terkecil, coalesce(b.terkecil, a.terkecil)) as terkecil, a.jarak + coalesce(b.jarak, 0) as jarak
    from satu as a
    left join satu as b on a.pelantikan = b.pelantikan and a.atas = b.nomor
),
empat as (
    select
        a.pelantikan, a.nomor, b.atas, coalesce(b.akar, a.akar) as akar,
        least(a.terkecil, coalesce(b.terkecil, a.terkecil)) as terkecil, a.jarak + coalesce(b.jarak, 0) as jarak
    from dua as a
    left join dua as b on a.pelantikan = b.pelantikan and a.atas = b.nomor
),
delapan as (
    select
        a.pelantikan, a.nomor, b.atas, coalesce(b.akar, a.akar) as akar,
        least(a.terkecil, coalesce(b.terkecil, a.terkecil)) as terkecil, a.jarak + coalesce(b.jarak, 0) as jarak
    from empat as a
    left join empat as b on a.pelantikan = b.pelantikan and a.atas = b.nomor
),
enam_belas as (
    select
        a.pelantikan, a.nomor, b.atas, coalesce(b.akar, a.akar) as akar,
        least(a.terkecil, coalesce(b.terkecil, a.terkecil)) as terkecil, a.jarak + coalesce(b.jarak, 0) as jarak
    from delapan as a
    left join delapan as b on a.pelantikan = b.pelantikan and a.atas = b.nomor
),
bernomor as (
    select
        pelantikan, nomor, jarak,
        -- two who change places have no first move
        cast(case when atas is null then akar else terkecil end as integer) as rantai
    from enam_belas
),
hari_ini as (
    select max(akhir) as akhir from core.posisi
)
select
    p.pelantikan, n.rantai,
    cast(row_number() over (partition by p.pelantikan, n.rantai order by n.jarak, p.nomor) as integer) as langkah,
    p.orang_id, p.tanggal, p.no_sk, p.kode_sk_batch, p.cara,
    p.dari_kode_jabatan, p.dari_jabatan, p.dari_opd, p.ke_kode_jabatan, p.ke_jabatan, p.ke_opd, p.tingkat,
    case
        when p.dari_kode_jabatan is null then cast(null as varchar)
        when i.mulai <= h.akhir then 'terisi'
        when g.keadaan = 'plt' then 'plt'
        else 'kosong'
    end as keadaan,
    i.orang_id as pengisi_orang_id,
    i.mulai as pengisi_tanggal,
    case when p.dari_kode_jabatan is not null then p.ditinggal end as ditinggal,
    case
        when p.dari_kode_jabatan is not null
            then cast(greatest(date_diff('day', p.ditinggal, coalesce(i.mulai, h.akhir)), 0) as integer)
    end as jeda_hari,
    i.plt_orang_id, i.plt_mulai,
    s.nomor is not null as diisi_bersama
from pindah as p
cross join hari_ini as h
inner join bernomor as n on p.pelantikan = n.pelantikan and p.nomor = n.nomor
left join pengisi as i on p.pelantikan = i.pelantikan and p.nomor = i.nomor
left join sambung as s on p.pelantikan = s.pelantikan and p.nomor = s.sebelum
left join marts.pemegang as g on p.dari_kode_jabatan = g.kode_jabatan and g.mulai <= h.akhir and g.selesai > h.akhir
