create table product (
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
    code varchar(60),
    category varchar(120),
    power numeric(19, 4),
    available boolean,
    description text
);
create index product_sort on product (sort_key, id);
