-- What automations and message templates said before: one row a change, going back writes another.
create sequence document_version_seq start with 50 increment by 50;

create table document_version (
    id bigint primary key,
    kind varchar(60) not null,
    thing_id bigint not null,
    number int not null,
    document text not null,
    written_at timestamp(3) not null,
    written_by bigint not null,
    why varchar(500) not null,
    restores int,
    unique (kind, thing_id, number)
);
