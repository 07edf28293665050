create table attendance (
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
    company varchar(200),
    phone varchar(60),
    email varchar(320),
    event varchar(120) not null,
    gathering varchar(20),
    held_on date,
    registered boolean,
    attended boolean,
    minutes numeric(19, 4),
    lead_id bigint,
    customer_id bigint
);
create index attendance_sort on attendance (sort_key, id);
create index attendance_owner on attendance (owner_id, sort_key, id);
create index attendance_lead on attendance (lead_id, id);
create index attendance_customer on attendance (customer_id, id);
