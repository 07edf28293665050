-- Stages that an opportunity came into, their codes in alphabetical order with commas between them: what the funnel counts
-- by, without the history of each.
alter table opportunity add column visited varchar(900) default '' not null;
update opportunity set visited = coalesce(
    (select string_agg(distinct s.stage, ',' order by s.stage) from opportunity_stay s where s.opportunity_id = opportunity.id),
    stage);

-- All that board and funnel count by and add up: neither reads the opportunities themselves.
-- The board finds the first of each stage in it, too.
create index opportunity_figures on opportunity (pipeline, status, deleted_at, stage, stage_since, id, created_at,
    currency, probability, amount_value, visited, owner_id, team_id);
