create sequence consent_seq start with 50 increment by 50;

-- What people are asked to agree to, one document.
create table consent_purposes (
    id bigint primary key,
    version bigint not null,
    document text not null
);
insert into consent_purposes (id, version, document) values (1, 1, '');

-- Answers are only ever added; the last one of a person and a purpose counts.
create table consent (
    id bigint primary key,
    record_type varchar(60) not null,
    record_id bigint not null,
    purpose varchar(60) not null,
    given boolean not null,
    source varchar(200) not null,
    wording text not null,
    by_user bigint not null,
    at_time timestamp(3) not null
);
create index consent_of on consent (record_type, record_id, purpose, id);

-- Mail addresses that said no to a purpose, whoever has them.
create table refused_address (
    id varchar(400) primary key,
    at_time timestamp(3) not null
);

-- The way out that stands in a person's mails: who holds the key decides for that address.
create table consent_link (
    id varchar(60) primary key,
    record_type varchar(60) not null,
    record_id bigint not null,
    address varchar(320) not null,
    made_at timestamp(3) not null
);
create unique index consent_link_of on consent_link (record_type, record_id, address);

alter table customer add column agreed text;
alter table lead add column agreed text;

alter table message_template add column purpose varchar(60) default '' not null;
alter table mail add column purpose varchar(60) default '' not null;
alter table mail add column way_out varchar(60);
