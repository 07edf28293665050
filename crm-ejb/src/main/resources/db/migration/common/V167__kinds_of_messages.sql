-- What carries a message of the outbox; until now all were mails.
alter table mail add column kind varchar(20) default 'MAIL' not null;
