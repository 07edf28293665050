-- One row: when people work. Administrators change it; at first it is Monday to Friday, 8 to 12 and 13 to 17 o'clock.
create table working_time (
    id bigint primary key,
    version bigint not null,
    document text not null
);
insert into working_time (id, version, document) values (1, 1, '{"week":{"monday":["08:00-12:00","13:00-17:00"],"tuesday":["08:00-12:00","13:00-17:00"],"wednesday":["08:00-12:00","13:00-17:00"],"thursday":["08:00-12:00","13:00-17:00"],"friday":["08:00-12:00","13:00-17:00"]},"days":[]}');
