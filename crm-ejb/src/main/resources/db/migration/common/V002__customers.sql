create table customer (
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
    kind varchar(20) not null,
    name varchar(200) not null,
    company varchar(200),
    job_title varchar(120),
    salutation varchar(20),
    phones text,
    emails text,
    addresses text,
    links text,
    birthday date,
    tags text,
    source varchar(120),
    first_channel varchar(20),
    first_touch date,
    notes text,
    imported_owner varchar(200)
);
-- One index a direction: H2 does not walk one backwards.
create index customer_sort on customer (sort_key, id);
create index customer_sort_desc on customer (sort_key desc, id desc);
create index customer_owner on customer (owner_id, sort_key, id);

create table relation (
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
    customer_id bigint not null,
    related_id bigint not null,
    relation_role varchar(30) not null,
    remark varchar(200)
);
create index relation_customer on relation (customer_id);
create index relation_related on relation (related_id);
create index relation_sort on relation (sort_key, id);

create table activity (
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
    kind varchar(20) not null,
    subject varchar(300) not null,
    body text,
    customer_id bigint,
    starts_at timestamp(3),
    minutes numeric(19, 4),
    outcome varchar(30),
    channel varchar(20),
    done boolean
);
create index activity_customer on activity (customer_id, starts_at);
create index activity_sort on activity (sort_key, id);
