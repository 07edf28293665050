-- Numbers of records are unique over all types; 1 is the first administrator.
create sequence record_seq start with 50 increment by 50;
create sequence audit_seq start with 50 increment by 50;
create sequence outbox_seq start with 50 increment by 50;

create table outbox (
    id bigint primary key,
    topic varchar(30) not null,
    record_type varchar(60) not null,
    records text not null,
    created_at timestamp(3) not null
);

create table audit_line (
    id bigint primary key,
    record_type varchar(60) not null,
    record_id bigint not null,
    at_time timestamp(3) not null,
    by_user bigint not null,
    action varchar(20) not null,
    changes text not null,
    why varchar(500),
    request_id varchar(60)
);
create index audit_line_record on audit_line (record_id, id);

create table saved_view (
    id bigint primary key,
    record_type varchar(60) not null,
    owner_id bigint not null,
    name varchar(100) not null,
    filter_text varchar(4000),
    sort_text varchar(100),
    columns varchar(2000),
    shared boolean not null
);
create index saved_view_type on saved_view (record_type, owner_id);

create table app_user (
    id bigint primary key,
    version bigint not null,
    sort_key varchar(120) not null,
    external_id varchar(100),
    custom text,
    created_at timestamp(3) not null,
    created_by bigint not null,
    updated_at timestamp(3) not null,
    updated_by bigint not null,
    deleted_at timestamp(3),
    username varchar(100) not null,
    display_name varchar(200) not null,
    email varchar(200),
    roles varchar(1000),
    teams varchar(2000),
    active boolean not null,
    language varchar(10),
    time_zone varchar(60),
    theme varchar(10),
    density varchar(10),
    password_hash varchar(500),
    must_change boolean not null
);
create unique index app_user_username on app_user (username);
create index app_user_sort on app_user (sort_key, id);

create table team (
    id bigint primary key,
    version bigint not null,
    sort_key varchar(120) not null,
    external_id varchar(100),
    custom text,
    created_at timestamp(3) not null,
    created_by bigint not null,
    updated_at timestamp(3) not null,
    updated_by bigint not null,
    deleted_at timestamp(3),
    name varchar(200) not null,
    description text
);
create index team_sort on team (sort_key, id);

create table role_right (
    id varchar(120) primary key,
    read_scope varchar(10) not null,
    write_scope varchar(10) not null,
    delete_scope varchar(10) not null
);

create table access_token (
    hash varchar(64) primary key,
    username varchar(100) not null,
    expires_at timestamp(3) not null
);

-- Failures of sign-in; by name, also of names that do not exist, so that the delay tells nothing.
create table sign_in_failure (
    username varchar(100) primary key,
    failures int not null,
    blocked_until timestamp(3)
);
