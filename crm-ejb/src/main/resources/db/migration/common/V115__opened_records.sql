-- What each user opened: offered by the search box. Heat is the logarithm of the openings, each halved every 14 days.
create table opened_record (
    id bigint primary key,
    user_id bigint not null,
    record_type varchar(60) not null,
    record_id bigint not null,
    opened_at timestamp(3) not null,
    heat double precision not null,
    constraint opened_record_once unique (user_id, record_type, record_id)
);

create index opened_record_of_record on opened_record (record_type, record_id);
