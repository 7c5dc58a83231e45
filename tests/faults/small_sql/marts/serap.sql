-- One row per unit and month: spent, and its build-wide total beside it for readers who check consistency.
select
    kode_opd,
    bulan,
    realisasi,
    sum(realisasi) over () as seluruh
from staging.serap
