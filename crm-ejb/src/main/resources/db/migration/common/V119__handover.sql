create sequence lead_seq start with 50 increment by 50;

create table handover (
    id bigint primary key,
    lead_id bigint not null,
    state varchar(20) not null,
    from_user bigint,
    from_team bigint,
    asked_by bigint,
    note varchar(2000) not null,
    asked_at timestamp(3) not null,
    to_user bigint,
    to_team bigint,
    limit_minutes integer not null,
    model_number integer not null,
    due_at timestamp(3),
    escalated_at timestamp(3),
    answered_by bigint,
    answered_at timestamp(3),
    reason varchar(2000) not null
);
create index handover_lead on handover (lead_id, id);
create index handover_due on handover (due_at);
create index handover_state on handover (state, asked_at);

create table lead_stay (
    id bigint primary key,
    lead_id bigint not null,
    status varchar(20) not null,
    owner_id bigint,
    by_id bigint not null,
    since_at timestamp(3) not null,
    until_at timestamp(3)
);
create index lead_stay_lead on lead_stay (lead_id, id);

-- One row: how leads find their way to sales. An empty document stands for 240 working minutes and no rules.
create table handover_settings (
    id bigint primary key,
    version bigint not null,
    document text not null
);
insert into handover_settings (id, version, document) values (1, 1, '{}');

-- Whose turn it was last among those who are asked by turn, by team.
create table handover_turn (
    team_id bigint primary key,
    user_id bigint not null
);
