create sequence capture_seq start with 50 increment by 50;

create table web_form (
    id bigint primary key,
    version bigint not null,
    code varchar(60) not null unique,
    name varchar(200) not null,
    document text not null,
    author varchar(200) not null,
    updated_at timestamp(3) not null
);

-- What was sent: once for each form that was given out.
create table web_form_entry (
    nonce varchar(40) primary key,
    form_id bigint not null,
    fingerprint varchar(64) not null,
    lead_id bigint,
    known boolean not null,
    sent_at timestamp(3) not null,
    downloaded_at timestamp(3)
);
create index web_form_entry_form on web_form_entry (form_id, sent_at);

-- One row: the key by which forms and downloads are signed. It never leaves the database.
create table capture_secret (
    id bigint primary key,
    secret varchar(100) not null
);

-- By what people are known again, of leads and customers.
create table person_key (
    id bigint primary key,
    record_type varchar(60) not null,
    record_id bigint not null,
    lookup varchar(80) not null
);
create index person_key_lookup on person_key (lookup, id);
create index person_key_record on person_key (record_id, record_type);

-- Up to which number records had their keys written that were there before.
create table person_key_progress (
    record_type varchar(60) primary key,
    behind bigint not null
);
insert into person_key_progress (record_type, behind) values ('leads', 0);
insert into person_key_progress (record_type, behind) values ('customers', 0);

-- Held while a form of the person is taken: of two at once the second finds what the first made.
create table capture_turn (
    id varchar(80) primary key,
    holder bigint not null,
    taken_at timestamp(3) not null
);
