-- What Orleans' ADO.NET providers need: they read every statement that they run from the table orleansquery, by key, and
-- rely on the names of parameters and result columns alone; tables are ours.

CREATE TABLE {schema}.orleansquery (
    querykey  text PRIMARY KEY,
    querytext text NOT NULL
);
COMMENT ON TABLE {schema}.orleansquery IS 'Statements of the ADO.NET providers of Orleans; one row each.';
COMMENT ON COLUMN {schema}.orleansquery.querykey IS 'Name by which a provider asks for it.';
COMMENT ON COLUMN {schema}.orleansquery.querytext IS 'The statement.';

CREATE TABLE {schema}.membership_version (
    deployment text PRIMARY KEY,
    version    int NOT NULL DEFAULT 0,
    changed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE {schema}.membership_version IS 'How often the silos of a cluster have changed; one row for each cluster.';
COMMENT ON COLUMN {schema}.membership_version.deployment IS 'Identifier of the cluster.';
COMMENT ON COLUMN {schema}.membership_version.version IS 'Grows by one with each change; a change names the version that it follows.';
COMMENT ON COLUMN {schema}.membership_version.changed_at IS 'Time of the last change.';

CREATE TABLE {schema}.membership (
    deployment  text NOT NULL REFERENCES {schema}.membership_version,
    address     text NOT NULL,
    port        int NOT NULL,
    generation  int NOT NULL,
    silo        text NOT NULL,
    host        text NOT NULL,
    status      int NOT NULL,
    proxy_port  int,
    suspected   text,
    started_at  timestamptz NOT NULL,
    alive_at    timestamptz NOT NULL,
    PRIMARY KEY (deployment, address, port, generation)
);
COMMENT ON TABLE {schema}.membership IS 'Silos; one row for each start of each.';
COMMENT ON COLUMN {schema}.membership.deployment IS 'Identifier of the cluster.';
COMMENT ON COLUMN {schema}.membership.address IS 'IP address that other silos use.';
COMMENT ON COLUMN {schema}.membership.port IS 'Port that other silos use.';
COMMENT ON COLUMN {schema}.membership.generation IS 'Tells starts at one address and port apart.';
COMMENT ON COLUMN {schema}.membership.silo IS 'Name of the silo.';
COMMENT ON COLUMN {schema}.membership.host IS 'Name of its machine.';
COMMENT ON COLUMN {schema}.membership.status IS '1 created, 2 joining, 3 active, 4 shutting down, 5 stopping, 6 dead.';
COMMENT ON COLUMN {schema}.membership.proxy_port IS 'Port that clients use; 0 for none.';
COMMENT ON COLUMN {schema}.membership.suspected IS 'Which silos believe it dead, and since when, as Orleans writes it.';
COMMENT ON COLUMN {schema}.membership.started_at IS 'When it started.';
COMMENT ON COLUMN {schema}.membership.alive_at IS 'When it last said that it is alive.';

CREATE TABLE {schema}.grain_state (
    service     text NOT NULL,
    grain_type  text NOT NULL,
    id0         bigint NOT NULL,
    id1         bigint NOT NULL,
    extension   text NOT NULL,
    payload     bytea,
    version     int NOT NULL,
    modified_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (service, grain_type, extension, id0, id1)
);
COMMENT ON TABLE {schema}.grain_state IS 'What grains keep; one row for each state of each grain.';
COMMENT ON COLUMN {schema}.grain_state.service IS 'Identifier of the service.';
COMMENT ON COLUMN {schema}.grain_state.grain_type IS 'Name of the state.';
COMMENT ON COLUMN {schema}.grain_state.id0 IS 'First half of a numeric key, else 0.';
COMMENT ON COLUMN {schema}.grain_state.id1 IS 'Second half of a numeric key, else 0.';
COMMENT ON COLUMN {schema}.grain_state.extension IS 'The key where it is a text, else empty.';
COMMENT ON COLUMN {schema}.grain_state.payload IS 'The state; null when it was cleared.';
COMMENT ON COLUMN {schema}.grain_state.version IS 'Grows by one with each write; a write names the version that it follows.';
COMMENT ON COLUMN {schema}.grain_state.modified_at IS 'Time of the last write.';

CREATE TABLE {schema}.reminders (
    service    text NOT NULL,
    grain      text NOT NULL,
    name       text NOT NULL,
    started_at timestamptz NOT NULL,
    period_ms  bigint NOT NULL,
    grain_hash int NOT NULL,
    version    int NOT NULL DEFAULT 0,
    PRIMARY KEY (service, grain, name)
);
COMMENT ON TABLE {schema}.reminders IS 'Reminders of grains; one row each.';
COMMENT ON COLUMN {schema}.reminders.service IS 'Identifier of the service.';
COMMENT ON COLUMN {schema}.reminders.grain IS 'Identifier of the grain.';
COMMENT ON COLUMN {schema}.reminders.name IS 'Name of the reminder.';
COMMENT ON COLUMN {schema}.reminders.started_at IS 'When it first rings.';
COMMENT ON COLUMN {schema}.reminders.period_ms IS 'Milliseconds between two rings.';
COMMENT ON COLUMN {schema}.reminders.grain_hash IS 'By which silos share reminders among themselves.';
COMMENT ON COLUMN {schema}.reminders.version IS 'Grows by one with each write.';

INSERT INTO {schema}.orleansquery (querykey, querytext) VALUES
('InsertMembershipVersionKey', '
    WITH added AS (
        INSERT INTO {schema}.membership_version (deployment) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1)
    SELECT count(*)::int FROM added'),
('InsertMembershipKey', '
    WITH follows AS (
        UPDATE {schema}.membership_version SET version = version + 1, changed_at = now()
        WHERE deployment = @DeploymentId AND version = @Version AND NOT EXISTS (
            SELECT FROM {schema}.membership WHERE deployment = @DeploymentId AND address = @Address AND port = @Port
            AND generation = @Generation)
        RETURNING 1),
    added AS (
        INSERT INTO {schema}.membership
            (deployment, address, port, generation, silo, host, status, proxy_port, started_at, alive_at)
        SELECT @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime,
            @IAmAliveTime FROM follows
        RETURNING 1)
    SELECT count(*)::int FROM added'),
('UpdateMembershipKey', '
    WITH follows AS (
        UPDATE {schema}.membership_version SET version = version + 1, changed_at = now()
        WHERE deployment = @DeploymentId AND version = @Version AND EXISTS (
            SELECT FROM {schema}.membership WHERE deployment = @DeploymentId AND address = @Address AND port = @Port
            AND generation = @Generation)
        RETURNING 1),
    changed AS (
        UPDATE {schema}.membership SET status = @Status, suspected = @SuspectTimes, alive_at = @IAmAliveTime FROM follows
        WHERE deployment = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
        RETURNING 1)
    SELECT count(*)::int FROM changed'),
('UpdateIAmAlivetimeKey', '
    UPDATE {schema}.membership SET alive_at = @IAmAliveTime
    WHERE deployment = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation'),
('MembershipReadRowKey', '
    SELECT v.deployment AS "DeploymentId", m.address AS "Address", m.port AS "Port", m.generation AS "Generation",
        m.silo AS "SiloName", m.host AS "HostName", m.status AS "Status", m.proxy_port AS "ProxyPort",
        m.suspected AS "SuspectTimes", m.started_at AS "StartTime", m.alive_at AS "IAmAliveTime", v.version AS "Version"
    FROM {schema}.membership_version v LEFT JOIN {schema}.membership m ON m.deployment = v.deployment
        AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
    WHERE v.deployment = @DeploymentId'),
('MembershipReadAllKey', '
    SELECT v.deployment AS "DeploymentId", m.address AS "Address", m.port AS "Port", m.generation AS "Generation",
        m.silo AS "SiloName", m.host AS "HostName", m.status AS "Status", m.proxy_port AS "ProxyPort",
        m.suspected AS "SuspectTimes", m.started_at AS "StartTime", m.alive_at AS "IAmAliveTime", v.version AS "Version"
    FROM {schema}.membership_version v LEFT JOIN {schema}.membership m ON m.deployment = v.deployment
    WHERE v.deployment = @DeploymentId'),
('GatewaysQueryKey', '
    SELECT address AS "Address", proxy_port AS "ProxyPort", generation AS "Generation" FROM {schema}.membership
    WHERE deployment = @DeploymentId AND status = @Status AND proxy_port > 0'),
('DeleteMembershipTableEntriesKey', '
    DELETE FROM {schema}.membership WHERE deployment = @DeploymentId;
    DELETE FROM {schema}.membership_version WHERE deployment = @DeploymentId'),
('CleanupDefunctSiloEntriesKey', '
    DELETE FROM {schema}.membership
    WHERE deployment = @DeploymentId AND alive_at < @IAmAliveTime AND status <> 3'),
('ReadFromStorageKey', '
    SELECT payload AS "PayloadBinary", modified_at, version AS "Version" FROM {schema}.grain_state
    WHERE service = @ServiceId AND grain_type = @GrainTypeString AND id0 = @GrainIdN0 AND id1 = @GrainIdN1
        AND extension = coalesce(@GrainIdExtensionString::text, '''')'),
('WriteToStorageKey', '
    WITH changed AS (
        UPDATE {schema}.grain_state SET payload = @PayloadBinary, modified_at = now(), version = version + 1
        WHERE service = @ServiceId AND grain_type = @GrainTypeString AND id0 = @GrainIdN0 AND id1 = @GrainIdN1
            AND extension = coalesce(@GrainIdExtensionString::text, '''') AND version = @GrainStateVersion::int
        RETURNING version),
    added AS (
        INSERT INTO {schema}.grain_state (service, grain_type, id0, id1, extension, payload, version)
        SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString::text, ''''),
            @PayloadBinary, 1
        WHERE @GrainStateVersion::int IS NULL
        ON CONFLICT DO NOTHING RETURNING version)
    SELECT coalesce((SELECT version FROM changed), (SELECT version FROM added), @GrainStateVersion::int)
        AS "NewGrainStateVersion"'),
('ClearStorageKey', '
    UPDATE {schema}.grain_state SET payload = NULL, modified_at = now(), version = version + 1
    WHERE service = @ServiceId AND grain_type = @GrainTypeString AND id0 = @GrainIdN0 AND id1 = @GrainIdN1
        AND extension = coalesce(@GrainIdExtensionString::text, '''') AND version = @GrainStateVersion::int
    RETURNING version AS "NewGrainStateVersion"'),
('DeleteStorageKey', '
    DELETE FROM {schema}.grain_state
    WHERE service = @ServiceId AND grain_type = @GrainTypeString AND id0 = @GrainIdN0 AND id1 = @GrainIdN1
        AND extension = coalesce(@GrainIdExtensionString::text, '''') AND version = @GrainStateVersion::int
    RETURNING version + 1 AS "NewGrainStateVersion"'),
('UpsertReminderRowKey', '
    INSERT INTO {schema}.reminders AS r (service, grain, name, started_at, period_ms, grain_hash)
    VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash)
    ON CONFLICT (service, grain, name) DO UPDATE SET started_at = excluded.started_at, period_ms = excluded.period_ms,
        grain_hash = excluded.grain_hash, version = r.version + 1
    RETURNING r.version AS "Version"'),
('ReadReminderRowsKey', '
    SELECT grain AS "GrainId", name AS "ReminderName", started_at AS "StartTime", period_ms AS "Period",
        version AS "Version" FROM {schema}.reminders WHERE service = @ServiceId AND grain = @GrainId'),
('ReadReminderRowKey', '
    SELECT grain AS "GrainId", name AS "ReminderName", started_at AS "StartTime", period_ms AS "Period",
        version AS "Version" FROM {schema}.reminders
    WHERE service = @ServiceId AND grain = @GrainId AND name = @ReminderName'),
('ReadRangeRows1Key', '
    SELECT grain AS "GrainId", name AS "ReminderName", started_at AS "StartTime", period_ms AS "Period",
        version AS "Version" FROM {schema}.reminders
    WHERE service = @ServiceId AND grain_hash > @BeginHash AND grain_hash <= @EndHash'),
('ReadRangeRows2Key', '
    SELECT grain AS "GrainId", name AS "ReminderName", started_at AS "StartTime", period_ms AS "Period",
        version AS "Version" FROM {schema}.reminders
    WHERE service = @ServiceId AND (grain_hash > @BeginHash OR grain_hash <= @EndHash)'),
('DeleteReminderRowKey', '
    WITH gone AS (
        DELETE FROM {schema}.reminders
        WHERE service = @ServiceId AND grain = @GrainId AND name = @ReminderName AND version = @Version RETURNING 1)
    SELECT count(*)::int FROM gone'),
('DeleteReminderRowsKey', '
    DELETE FROM {schema}.reminders WHERE service = @ServiceId');
