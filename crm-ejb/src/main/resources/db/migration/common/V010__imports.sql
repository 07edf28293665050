create sequence import_seq start with 50 increment by 50;

create table import_job (
    id bigint primary key,
    version bigint not null,
    owner_id bigint not null,
    username varchar(100) not null,
    record_type varchar(60) not null,
    file_name varchar(300) not null,
    stored_name varchar(100) not null,
    encoding varchar(40) not null,
    state varchar(20) not null,
    headers text,
    mapping text,
    total_rows bigint not null,
    rows_read bigint not null,
    rows_written bigint not null,
    rows_failed bigint not null,
    kept_at_undo bigint not null,
    checkpoint_row bigint not null,
    warnings text,
    message text,
    attempts int not null,
    runner varchar(200),
    heartbeat timestamp(3),
    created_at timestamp(3) not null,
    ended_at timestamp(3)
);
create index import_job_owner on import_job (owner_id, id);
create index import_job_state on import_job (state, id);

-- What one transaction wrote, so that an undo finds it: numbers and versions of the records.
create table import_chunk (
    id bigint primary key,
    job_id bigint not null,
    records text not null
);
create index import_chunk_job on import_chunk (job_id, id);

create table import_refused (
    id bigint primary key,
    job_id bigint not null,
    file_row bigint not null,
    reasons text not null,
    cells text not null
);
create index import_refused_job on import_refused (job_id, file_row);
