-- one row per event of the workspace, in the order in which they were recorded; rows are only ever added
create table if not exists kejadian (
    seq integer primary key,
    id text not null unique,
    jenis text not null check (jenis in ('impor', 'tarik', 'ditolak', 'pemetaan')),
    direkam_pada text not null,
    oleh text not null,
    isi text not null,
    hash_sebelum text not null,
    hash_ini text not null
) strict;

create trigger if not exists kejadian_tetap before update on kejadian
begin select raise(abort, 'the ledger is only ever added to'); end;

create trigger if not exists kejadian_utuh before delete on kejadian
begin select raise(abort, 'the ledger is only ever added to'); end;
