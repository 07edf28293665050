alter table activity add column remind_before numeric(19, 4);
alter table activity add column remind_at timestamp(3);
alter table activity add column series_id bigint;
alter table activity add column series_slot date;
create index activity_owner on activity (owner_id, starts_at);
create index activity_series on activity (series_id, series_slot);

create table activity_reminder (
    activity_id bigint primary key,
    version bigint not null,
    wanted_at timestamp(3) not null,
    due_at timestamp(3) not null,
    told_at timestamp(3)
);
create index activity_reminder_due on activity_reminder (told_at, due_at);

create table activity_series (
    id bigint primary key,
    version bigint not null,
    rule varchar(300) not null,
    free_days varchar(10) not null,
    first_day date not null,
    time_of_day varchar(8) not null,
    time_zone varchar(60) not null,
    template text not null,
    last_slot date not null,
    last_day date not null,
    ended_at timestamp(3)
);
create index activity_series_ended on activity_series (ended_at, id);

create table cadence (
    id bigint primary key,
    version bigint not null,
    document text not null,
    swept_at timestamp(3)
);

create table cadence_task (
    id bigint primary key,
    cadence_id bigint not null,
    record_id bigint not null,
    due_on date not null,
    activity_id bigint not null,
    constraint cadence_task_once unique (cadence_id, record_id, due_on)
);
create index cadence_task_activity on cadence_task (activity_id);

create table calendar_feed (
    user_id bigint primary key,
    version bigint not null,
    digest varchar(64) not null unique,
    made_at timestamp(3) not null
);

create sequence followup_seq start with 50 increment by 50;
