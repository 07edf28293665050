create table lead_conversion (
    id bigint primary key,
    lead_id bigint not null,
    status_before varchar(20) not null,
    customer_id bigint,
    customer_version bigint not null,
    opportunity_id bigint,
    opportunity_version bigint not null,
    converted_at timestamp(3) not null,
    undone_at timestamp(3)
);
create index lead_conversion_lead on lead_conversion (lead_id, id);
