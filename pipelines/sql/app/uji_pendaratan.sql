-- The rows of marts.uji_pendaratan: how far a way of forecasting misses is everyone's to know, and names no OPD.
select * from marts.uji_pendaratan
