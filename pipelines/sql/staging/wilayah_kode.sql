-- One row per area code as written: the one code that the area bears everywhere, that of BPS today where it is known; a code that BPS
-- gave it before (Papua, until 2022) names the same area. A sub-district bears the code of its kabupaten, then its own digits.
with
tertulis as (
    select kode_wilayah as tertulis from raw.indikator_wilayah
    union
    select kode_wilayah from raw.batas_wilayah
)
select
    t.tertulis,
    case
        when w.kode is not null then w.kode
        when l.kode is not null then concat(l.kode, substr(trim(t.tertulis), 5))
        when k.kode is not null then concat(k.kode, replace(substr(trim(t.tertulis), 6), '.', ''))
        else replace(trim(t.tertulis), '.', '')
    end as kode
from tertulis as t
left join raw.wilayah as w on trim(t.tertulis) = w.kode_kemendagri
left join raw.wilayah as l on substr(trim(t.tertulis), 1, 4) = l.kode_lama
left join raw.wilayah as k on trim(t.tertulis) like '__.__.%' and substr(trim(t.tertulis), 1, 5) = k.kode_kemendagri
where t.tertulis is not null
