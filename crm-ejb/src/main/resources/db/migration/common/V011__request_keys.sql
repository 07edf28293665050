create table request_key (
    id varchar(64) primary key,
    fingerprint varchar(64) not null,
    record_type varchar(60) not null,
    record_id bigint not null,
    created_at timestamp(3) not null
);

create index request_key_created_at on request_key (created_at);
