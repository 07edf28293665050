-- What a run was due for: once for a record, an automation and an occasion, whoever ticks.
alter table automation_run add column occasion varchar(60);
create unique index automation_run_once on automation_run (automation_id, record_id, occasion);

-- How far an automation that time sets off has got; whoever sweeps locks the row.
create table automation_clock (
    automation_id bigint primary key,
    version bigint not null,
    settled timestamp(3) not null,
    upto timestamp(3),
    place varchar(1000)
);
