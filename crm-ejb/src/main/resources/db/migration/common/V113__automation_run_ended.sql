-- Runs that ended long ago are removed by night; of those that ended before this, only their beginning is known.
alter table automation_run add column ended_at timestamp(3);
update automation_run set ended_at = created_at where state <> 'WAITING';
create index automation_run_ended on automation_run (ended_at);
