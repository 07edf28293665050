create table lead (
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
    status varchar(20) not null,
    score numeric(19, 4) not null,
    band varchar(20) not null,
    name varchar(200) not null,
    company varchar(200),
    job_title varchar(120),
    phones text,
    emails text,
    addresses text,
    need text,
    budget varchar(40),
    wished_time varchar(120),
    industry varchar(120),
    employees numeric(19, 4),
    language varchar(20),
    source varchar(120),
    medium varchar(120),
    campaign varchar(120),
    page varchar(500),
    first_channel varchar(20),
    first_touch date,
    next_review date,
    recycled numeric(19, 4) not null,
    tags text,
    notes text,
    customer_id bigint,
    opportunity_id bigint
);
create index lead_sort on lead (sort_key, id);
create index lead_sort_desc on lead (sort_key desc, id desc);
create index lead_score on lead (score, id);
create index lead_score_desc on lead (score desc, id desc);
create index lead_owner on lead (owner_id, sort_key, id);
create index lead_status on lead (status, id);

-- What people do with leads and opportunities stands beside what they do with customers.
alter table activity add column lead_id bigint;
alter table activity add column opportunity_id bigint;
create index activity_lead on activity (lead_id);
create index activity_opportunity on activity (opportunity_id);
