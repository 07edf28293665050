-- A lead that works somewhere becomes a person and an organisation with their relation.
alter table lead add column organisation_id bigint;
alter table lead_conversion add column organisation_id bigint;
alter table lead_conversion add column organisation_version bigint default 0 not null;
alter table lead_conversion add column relation_id bigint;
alter table lead_conversion add column relation_version bigint default 0 not null;

-- With whom the customer's side speaks.
alter table opportunity add column contact_id bigint;
create index opportunity_contact on opportunity (contact_id);

-- Who looks for an organisation and makes it if there is none does so one after the other, by its name.
create table conversion_turn (
    id int primary key
);
insert into conversion_turn (id) values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15);
