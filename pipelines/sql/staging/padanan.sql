-- One row per writing that a person linked (unor, jabatan, nip), context and start of validity: what it means, as said last.
select jenis, kunci, kunci_konteks, tertulis, konteks, kode, mulai, sampai
from staging.kepastian
where kode is not null
