create sequence scoring_seq start with 50 increment by 50;

-- One row: the model of scores in force, and the draft that marketing and sales agree on. An empty document stands for
-- the model that comes with the application.
create table score_model (
    id bigint primary key,
    version bigint not null,
    draft text not null,
    in_force text not null,
    model_number integer not null,
    marketing_by bigint,
    sales_by bigint
);
insert into score_model (id, version, draft, in_force, model_number) values (1, 1, '{}', '{}', 0);

create table score_ledger (
    lead_id bigint primary key,
    model_number integer not null,
    computed_at timestamp(3) not null,
    due_at timestamp(3),
    lines text not null
);
create index score_ledger_due on score_ledger (due_at);

create table lead_signal (
    id bigint primary key,
    lead_id bigint not null,
    kind varchar(20) not null,
    about varchar(300) not null,
    at_time timestamp(3) not null
);
create index lead_signal_lead on lead_signal (lead_id, at_time);

create table score_adjustment (
    id bigint primary key,
    lead_id bigint not null,
    points integer not null,
    why varchar(500) not null,
    given_by bigint not null,
    at_time timestamp(3) not null
);
create index score_adjustment_lead on score_adjustment (lead_id, at_time);

create table rescoring (
    model_number integer primary key,
    behind bigint not null,
    done bigint not null,
    total bigint not null,
    changed bigint not null,
    started_at timestamp(3) not null,
    ended_at timestamp(3)
);

-- When the score reached the threshold, until sales are asked; and that it is not to be asked again before it was below.
alter table lead add column ready_at timestamp(3);
alter table lead add column declined boolean default false not null;
create index lead_ready on lead (ready_at);
