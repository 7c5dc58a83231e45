-- One row per person whose NIP tells it: the first day of service, to the month for PNS and to the year for PPPK.
with
angka as (
    select
        orang,
        try_cast(substr(nip, 9, 4) as integer) as tahun,
        try_cast(substr(nip, 13, 2) as integer) as bulan
    from core.orang_nip
    where length(nip) = 18
)
select
    orang,
    min(make_date(tahun, case when bulan between 1 and 12 then bulan else 1 end, 1)) as mulai,
    min(case when bulan between 1 and 12 then make_date(tahun, bulan, 1) end) as mulai_cpns
from angka
where tahun between 1950 and 2100 and (bulan between 1 and 12 or bulan between 21 and 29)
group by orang
