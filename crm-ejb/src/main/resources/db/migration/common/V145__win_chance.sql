-- What was learnt of the opportunities of a pipeline, and how far the opportunities are that are worked out by it. The
-- document of the newest work stands there, whether it is used or not.
create table chance_model (
    pipeline varchar(40) primary key,
    version bigint not null,
    model_number integer not null,
    document text not null,
    asked_at timestamp(3),
    trained_at timestamp(3),
    behind bigint,
    done bigint not null,
    changed bigint not null
);

-- Why an opportunity is as likely to be won as its field says.
create table opportunity_chance (
    opportunity_id bigint primary key,
    model_number integer not null,
    computed_at timestamp(3) not null,
    due_at timestamp(3),
    document text not null
);
create index opportunity_chance_due on opportunity_chance (due_at);

alter table opportunity add column win_probability numeric(19, 4);
