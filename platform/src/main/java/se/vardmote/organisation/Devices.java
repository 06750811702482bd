package se.vardmote.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DeviceId;

/** The register of shared devices and of the hashes (SHA-256) of the tokens that they carry. */
@Component
public class Devices {
    /** Requests under way when the token changed still carry the one before. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final Duration SEEN_TO_THE = Duration.ofMinutes(1);
    /** As long as a browser keeps the cookie: a copy that shows up later is a stranger's like any other. */
    private static final Duration RETIRED_KEPT = Duration.ofDays(400);

    private static final int MOST_FORGOTTEN = 10_000;
    private static final String REUSED = "reused-token";
    private final JdbcClient database;
    private final Clock clock;

    public Devices(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds a device that is still to be paired, or changes where the one of that id is and what it is called. */
    public void keep(CareProviderId provider, DeviceId id, CareUnitId unit, String name, String area) {
        database.sql("""
                        insert into organisation.device (id, care_provider_id, care_unit_id, name, area)
                        values (:id, :provider, :unit, :name, :area)
                        on conflict (id) do update set care_unit_id = excluded.care_unit_id, name = excluded.name,
                            area = excluded.area
                        where organisation.device.care_provider_id = excluded.care_provider_id""")
                .param("id", id.value())
                .param("provider", provider.value())
                .param("unit", unit.value())
                .param("name", name)
                .param("area", area)
                .update();
    }

    public Optional<Device> find(CareProviderId provider, DeviceId id) {
        return database.sql("select * from organisation.device where id = :id and care_provider_id = :provider")
                .param("id", id.value())
                .param("provider", provider.value())
                .query((row, n) -> device(row))
                .optional();
    }

    /** The first of the devices at a unit that may be used, by name. */
    public List<Device> at(CareUnit unit, int most) {
        return database.sql("""
                        select * from organisation.device
                        where care_provider_id = :provider and care_unit_id = :unit and revoked_at is null
                        order by name, id limit :most""")
                .param("provider", unit.careProvider().value())
                .param("unit", unit.id().value())
                .param("most", most)
                .query((row, n) -> device(row))
                .list();
    }

    /** The areas of the devices that may be used, by unit. */
    public Map<CareUnitId, Set<String>> areasOf(CareProviderId provider) {
        return areas("care_provider_id = ?", provider.value());
    }

    /** The same for some units, whoever's they are. */
    public Map<CareUnitId, Set<String>> areasAt(Collection<CareUnitId> units) {
        return areas("care_unit_id = any(?)", (Object)
                units.stream().map(CareUnitId::value).toArray(UUID[]::new));
    }

    private Map<CareUnitId, Set<String>> areas(String which, Object value) {
        Map<CareUnitId, Set<String>> areas = new HashMap<>();
        database.sql("select distinct care_unit_id, area from organisation.device where revoked_at is null and "
                        + which)
                .params(value)
                .query(row -> {
                    areas.computeIfAbsent(
                                    new CareUnitId(row.getObject("care_unit_id", UUID.class)), unit -> new TreeSet<>())
                            .add(row.getString("area"));
                });
        return areas;
    }

    /** Gives the device its first token, or after a new pairing another; those before are dead at once. */
    public boolean enrol(DeviceId id, byte[] tokenHash) {
        retire(id);
        return database.sql("""
                        update organisation.device
                        set token_hash = :token, previous_token_hash = null, rotated_at = :now, token_used_at = null,
                            enrolled_at = :now
                        where id = :id and revoked_at is null""")
                        .param("id", id.value())
                        .param("token", tokenHash)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Whose token this is, if anybody's. Shown an older one than the previous, it revokes the device. */
    public DeviceToken holding(byte[] tokenHash) {
        Instant now = clock.instant();
        return database.sql("""
                        select d.*, d.token_hash = :token as present, d.previous_token_hash = :token as previous
                        from organisation.device d
                        where d.revoked_at is null and (d.token_hash = :token or d.previous_token_hash = :token
                           or d.id = (select r.device_id from organisation.retired_device_token r
                                      where r.token_hash = :token))""")
                .param("token", tokenHash)
                .query((row, n) -> judge(row, now))
                .optional()
                .orElseGet(DeviceToken.Unknown::new);
    }

    /**
     * Changes the token, when {@code shown} is the present one or the one before whose successor never arrived. Of several
     * requests that try at once, one succeeds.
     *
     * @return whether {@code next} is now the device's token
     */
    public boolean rotate(DeviceId id, byte[] shown, byte[] next) {
        int changed = database.sql("""
                        with before as (
                          select id, token_hash, previous_token_hash from organisation.device
                          where id = :id and revoked_at is null
                            and (token_hash = :shown
                                 or previous_token_hash = :shown and token_used_at is null and rotated_at < :grace)
                          for update),
                        retired as (
                          insert into organisation.retired_device_token (token_hash, device_id, retired_at)
                          select case when token_hash = :shown then previous_token_hash else token_hash end, id, :now
                          from before
                          where token_hash <> :shown or previous_token_hash is not null)
                        update organisation.device d
                        set previous_token_hash = :shown, token_hash = :next, rotated_at = :now, token_used_at = null
                        from before where d.id = before.id""")
                .param("id", id.value())
                .param("shown", shown)
                .param("next", next)
                .param("now", now())
                .param("grace", at(clock.instant().minus(GRACE)))
                .update();
        return changed == 1;
    }

    /** Notes that the present token has arrived, and when the device was last seen, to the minute. */
    public void seen(DeviceId id) {
        database.sql("""
                        update organisation.device
                        set last_seen_at = :now, token_used_at = coalesce(token_used_at, :now)
                        where id = :id
                          and (token_used_at is null or last_seen_at is null or last_seen_at < :before)""")
                .param("id", id.value())
                .param("now", now())
                .param("before", at(clock.instant().minus(SEEN_TO_THE)))
                .update();
    }

    /** Stops the device from being used, for good: to use it again it is added and paired anew. */
    public boolean revoke(DeviceId id, String why) {
        return database.sql("""
                        update organisation.device set revoked_at = :now, revoked_why = :why
                        where id = :id and revoked_at is null""")
                        .param("id", id.value())
                        .param("why", why)
                        .param("now", now())
                        .update()
                == 1;
    }

    /**
     * To another unit of the same care provider; it stays paired, and knocks from there on.
     *
     * @return false when it has been revoked, or is another care provider's
     */
    public boolean move(CareProviderId provider, DeviceId id, CareUnitId unit) {
        return database.sql("""
                        update organisation.device set care_unit_id = :unit
                        where id = :id and care_provider_id = :provider and revoked_at is null""")
                        .param("unit", unit.value())
                        .param("id", id.value())
                        .param("provider", provider.value())
                        .update()
                == 1;
    }

    /**
     * Removes retired tokens that have nothing left to tell, at most {@value #MOST_FORGOTTEN} at a time: a revoked device
     * cannot be revoked again, and so long after a copy has only ever opened nothing.
     *
     * @return how many
     */
    public int forgetRetiredTokens() {
        return database.sql("""
                        delete from organisation.retired_device_token where token_hash in (
                          select r.token_hash from organisation.retired_device_token r
                          join organisation.device d on d.id = r.device_id
                          where r.retired_at < :long_ago or d.revoked_at is not null
                          limit :most)""")
                .param("long_ago", at(clock.instant().minus(RETIRED_KEPT)))
                .param("most", MOST_FORGOTTEN)
                .update();
    }

    private DeviceToken judge(ResultSet row, Instant now) throws SQLException {
        Device device = device(row);
        Instant rotated = instant(row, "rotated_at");
        Instant since = rotated == null ? Instant.EPOCH : rotated;
        if (row.getBoolean("present")) return new DeviceToken.Present(device, since);
        boolean unused = instant(row, "token_used_at") == null;
        if (row.getBoolean("previous") && (unused || now.isBefore(since.plus(GRACE)))) {
            return new DeviceToken.Previous(device, unused && !now.isBefore(since.plus(GRACE)));
        }
        revoke(device.id(), REUSED);
        return new DeviceToken.Copied(device);
    }

    private void retire(DeviceId id) {
        database.sql("""
                        insert into organisation.retired_device_token (token_hash, device_id, retired_at)
                        select hash, id, :now from organisation.device,
                          lateral (values (token_hash), (previous_token_hash)) tokens(hash)
                        where id = :id and hash is not null and token_used_at is not null
                        on conflict do nothing""").param("id", id.value()).param("now", now()).update();
    }

    static Device device(ResultSet row) throws SQLException {
        return new Device(
                new DeviceId(row.getObject("id", UUID.class)),
                new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                new CareUnitId(row.getObject("care_unit_id", UUID.class)),
                row.getString("name"),
                row.getString("area"),
                instant(row, "enrolled_at"),
                instant(row, "revoked_at"),
                row.getString("revoked_why"),
                instant(row, "last_seen_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
