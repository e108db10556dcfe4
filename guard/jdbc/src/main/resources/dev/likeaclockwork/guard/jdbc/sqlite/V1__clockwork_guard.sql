-- Clockwork guard, schema 1 for SQLite. Flyway runs it as it is, Liquibase takes it as a sqlFile.
create table clockwork_state (
    kind       varchar(40)  not null,
    state_key  varchar(512) not null,
    state      blob,
    written_at bigint       not null,
    primary key (kind, state_key)
);
create index clockwork_state_written_at on clockwork_state (kind, written_at);
create table clockwork_expiry (
    kind       varchar(40)  not null primary key,
    lost_until bigint       not null
);
