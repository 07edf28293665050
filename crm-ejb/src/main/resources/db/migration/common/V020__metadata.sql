-- What administrators shape. Every publishing is a whole model of its own: going back is publishing an old one again.
create sequence metadata_seq start with 50 increment by 50;

create table metadata_version (
    number bigint primary key,
    model text not null,
    published_at timestamp(3) not null,
    published_by bigint not null,
    why varchar(500) not null,
    restores bigint
);

create table metadata_draft (
    id bigint primary key,
    version bigint not null,
    base bigint not null,
    changes text not null,
    why varchar(500) not null,
    state varchar(20) not null,
    created_at timestamp(3) not null,
    created_by bigint not null,
    published_as bigint
);

-- Records of types that administrators made.
create table custom_record (
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
    owner_id bigint,
    team_id bigint,
    record_type varchar(60) not null,
    name varchar(200) not null
);
create index custom_record_sort on custom_record (record_type, sort_key, id);
create index custom_record_sort_desc on custom_record (record_type, sort_key desc, id desc);
create index custom_record_owner on custom_record (record_type, owner_id, sort_key, id);
create index custom_record_id on custom_record (record_type, id);

-- One row for each value of a field that must be unique: the key refuses the second one.
create table unique_value (
    record_type varchar(60) not null,
    field_key varchar(60) not null,
    value_key varchar(400) not null,
    record_id bigint not null,
    primary key (record_type, field_key, value_key)
);
create index unique_value_record on unique_value (record_id);
