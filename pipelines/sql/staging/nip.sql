-- One row per NIP that any file or a person names.
select nip from raw.pegawai where nip is not null
union
select nip_lama from raw.pegawai where nip_lama is not null
union
select nip from raw.riwayat_jabatan where nip is not null
union
select nip from raw.skp where nip is not null
union
select penilai_nip from raw.skp where penilai_nip is not null
union
select nip from raw.skp_indikator where nip is not null
union
select nip from raw.disiplin_diklat where nip is not null
union
select nip from raw.pengecualian where nip is not null
union
select kode from staging.padanan where jenis = 'nip'
