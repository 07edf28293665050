create sequence process_seq start with 50 increment by 50;

create table process (
    id bigint primary key,
    version bigint not null,
    record_type varchar(60) not null,
    draft text,
    published int not null,
    retired boolean not null,
    author varchar(100) not null,
    updated_at timestamp(3) not null
);

-- What was published never changes: runs stay on the version that they began with.
create table process_version (
    id bigint primary key,
    process_id bigint not null,
    number int not null,
    document text not null,
    published_at timestamp(3) not null,
    published_by bigint not null,
    why varchar(500) not null,
    unique (process_id, number)
);

-- The key of a run that has not ended is taken once: a record goes through a process once at a time.
create table process_run (
    id bigint primary key,
    version bigint not null,
    process_id bigint not null,
    version_id bigint not null,
    version_number int not null,
    record_type varchar(60) not null,
    record_id bigint not null,
    state varchar(20) not null,
    place int not null,
    paused_at timestamp(3),
    started_at timestamp(3) not null,
    started_by bigint not null,
    ended_at timestamp(3),
    open_key varchar(120) unique
);
create index process_run_record on process_run (record_type, record_id);
create index process_run_process on process_run (process_id, id);

-- A run's stay in a step. No place twice: what was completed is completed once.
create table process_step (
    id bigint primary key,
    version bigint not null,
    run_id bigint not null,
    place int not null,
    process_id bigint not null,
    version_number int not null,
    step varchar(40) not null,
    team_id bigint not null,
    entered_at timestamp(3) not null,
    due_at timestamp(3),
    paused_minutes bigint not null,
    left_at timestamp(3),
    left_by bigint,
    minutes bigint,
    answers text not null,
    unique (run_id, place)
);
create index process_step_team on process_step (left_at, team_id, due_at);
create index process_step_process on process_step (process_id, left_at);
