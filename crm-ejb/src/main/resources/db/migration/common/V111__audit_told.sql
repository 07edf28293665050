-- A reason that the CRM itself gives, as key and arguments: it is told in the language of whoever reads it. What people
-- wrote, and lines of before, stand in "why" as they are.
alter table audit_line add column told text;
