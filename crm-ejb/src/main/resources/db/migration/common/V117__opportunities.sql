create table opportunity (
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
    name varchar(200) not null,
    customer_id bigint,
    lead_id bigint,
    amount varchar(40),
    expected_close date
);
create index opportunity_sort on opportunity (sort_key, id);
create index opportunity_sort_desc on opportunity (sort_key desc, id desc);
create index opportunity_owner on opportunity (owner_id, sort_key, id);
create index opportunity_customer on opportunity (customer_id);
create index opportunity_lead on opportunity (lead_id);
