-- What administrators set: 1 the stages, at first those of the template of five; 2 the profile of the ideal customer.
create table lifecycle (
    id bigint primary key,
    version bigint not null,
    document text not null
);
insert into lifecycle (id, version, document) values (1, 1, '{}');
insert into lifecycle (id, version, document) values (2, 1, '{}');

alter table customer add column lifecycle_stage varchar(40);
alter table customer add column stage_since timestamp(3);
alter table customer add column stage_place int default -1 not null;
alter table customer add column fit varchar(20);
update customer set lifecycle_stage = 'reach', stage_since = created_at, stage_place = 0;
create index customer_stage on customer (lifecycle_stage, id);

alter table lead add column lifecycle_stage varchar(40);
alter table lead add column stage_since timestamp(3);
alter table lead add column stage_place int default -1 not null;
alter table lead add column fit varchar(20);
update lead set lifecycle_stage = 'reach', stage_since = created_at, stage_place = 0;
create index lead_stage on lead (lifecycle_stage, id);

-- Stays of a record in stages, without gaps from place 0 on: two at once cannot take the same place. Only the last one
-- is not left.
create table stage_stay (
    record_id bigint not null,
    place int not null,
    record_type varchar(60) not null,
    stage varchar(40) not null,
    entered_at timestamp(3) not null,
    entered_by bigint not null,
    by_itself boolean not null,
    why text not null,
    left_at timestamp(3),
    primary key (record_id, place)
);
insert into stage_stay (record_id, place, record_type, stage, entered_at, entered_by, by_itself, why)
    select id, 0, 'customers', 'reach', created_at, created_by, true, '["lifecycle.why.first"]' from customer;
insert into stage_stay (record_id, place, record_type, stage, entered_at, entered_by, by_itself, why)
    select id, 0, 'leads', 'reach', created_at, created_by, true, '["lifecycle.why.first"]' from lead;
create index stage_stay_stage on stage_stay (record_type, stage, record_id);
create index stage_stay_entered on stage_stay (record_type, place, entered_at);

-- The one run over all records, with how far it is.
create table fit_run (
    id bigint primary key,
    version bigint not null,
    record_type varchar(60) not null,
    behind_id bigint not null,
    total bigint not null,
    done bigint not null,
    changed bigint not null,
    started_at timestamp(3) not null,
    started_by bigint not null,
    ended_at timestamp(3)
);
