package se.vardmote.clients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditEventBuilder;
import se.vardmote.audit.AuditLog;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.ProtectionId;
import se.vardmote.vocabulary.StaffId;

/** Who has protected personal data at each care provider. Everything is on record before it is written. */
@Component
public class Protections {
    private static final int MOST_SHOWN = 20;
    private static final String OF_IDENTITY =
            " care_provider_id = :provider and identity_system = :system and identity_value = :value ";

    /** With names as everybody may read them now. */
    private static final String SELECT = """
            select *, organisation.shown_name(set_by_staff_id, set_by_name) as set_by,
                organisation.shown_name(asked_by_staff_id, asked_by_name) as asked_by,
                organisation.shown_name(removed_by_staff_id, removed_by_name) as removed_by
            from clients.protection where""";

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final ProtectionSettings settings;
    private final Clock clock;

    public Protections(
            JdbcClient jdbc,
            AuditLog audit,
            ApplicationEventPublisher events,
            ProtectionSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether the care provider has been told that this person is protected, known here or not. */
    public boolean covers(CareProviderId careProvider, PersonId identity) {
        return of(
                        careProvider,
                        identity,
                        "select exists (select from clients.protection where" + OF_IDENTITY + "and removed_at is null)")
                .query(Boolean.class)
                .single();
    }

    /** Those of some persons whom {@link #covers} is true of. */
    public Set<PersonId> among(CareProviderId careProvider, Collection<PersonId> some) {
        return Set.copyOf(jdbc.sql("""
                        select p.identity_system, p.identity_value from clients.protection p
                        join (select distinct * from unnest(:systems::text[], :values::text[])) asked (system, value)
                            on p.identity_system = asked.system and p.identity_value = asked.value
                        where p.care_provider_id = :provider and p.removed_at is null""")
                .param("systems", some.stream().map(PersonId::system).toArray(String[]::new))
                .param("values", some.stream().map(PersonId::value).toArray(String[]::new))
                .param("provider", careProvider.value())
                .query((row, i) -> new PersonId(row.getString("identity_system"), row.getString("identity_value")))
                .list());
    }

    /**
     * Hides name and number from now on, everywhere at this care provider. Again does nothing.
     *
     * @return whether it was not so before
     */
    @Transactional
    public boolean set(CareProviderId careProvider, PersonId identity, Protection.Way way, AuditedActor by) {
        // Whoever is being registered in this moment has their row, and their call, before this goes on.
        Optional<ClientId> client = of(
                        careProvider, identity, "select id from clients.client where" + OF_IDENTITY + "for update")
                .query((row, i) -> new ClientId(row.getObject("id", UUID.class)))
                .optional();
        if (covers(careProvider, identity)) return false;
        ProtectionId id = ProtectionId.next();
        audit.record(by.on(AuditEvent.wrote("protect", "protection", id))
                .of(careProvider, null)
                .about(client.orElse(null))
                .at(clock.instant()));
        boolean isNew = add(id, careProvider, identity, way, by);
        if (isNew) client.ifPresent(one -> events.publishEvent(new IdentityProtected(careProvider, one)));
        return isNew;
    }

    private boolean add(
            ProtectionId id, CareProviderId careProvider, PersonId identity, Protection.Way way, AuditedActor by) {
        return of(careProvider, identity, """
                        insert into clients.protection (id, care_provider_id, identity_system, identity_value, set_at, way,
                            set_by_staff_id, set_by_name)
                        values (:id, :provider, :system, :value, :now, :way, :staff, :name)
                        on conflict (care_provider_id, identity_system, identity_value) where removed_at is null do nothing""")
                        .param("id", id.value())
                        .param("now", now())
                        .param("way", way.name())
                        .param("staff", by.id() instanceof StaffId staff ? staff.value() : null)
                        .param("name", by.id() instanceof StaffId ? by.name() : null)
                        .update()
                == 1;
    }

    /** The one in force and those before it, the newest first. */
    public List<Protection> of(Client client) {
        return of(client.careProvider(), client.identity(), SELECT + OF_IDENTITY + "order by set_at desc limit :most")
                .param("most", MOST_SHOWN)
                .query((row, i) -> read(row))
                .list();
    }

    /** Until when the second person may agree to what was asked. */
    public Instant lapsesAt(Protection.Asked asked) {
        return asked.at().plus(settings.unprotectWithin());
    }

    /** Nobody has agreed in time: it is asked anew. */
    public boolean hasLapsed(Protection.Asked asked) {
        return !clock.instant().isBefore(lapsesAt(asked));
    }

    /**
     * The first of the two persons that it takes.
     *
     * @return false when nothing is in force, or somebody has asked already
     */
    @Transactional
    public boolean askToRemove(Client client, StaffMember by, String why) {
        Optional<Protection> found = locked(client).filter(one -> open(one) == null);
        record(client, by, wrote("ask-to-unprotect", found), found.isPresent() ? null : "not-to-ask");
        found.ifPresent(one -> jdbc.sql("""
                        update clients.protection set asked_at = :now, asked_by_staff_id = :staff, asked_by_name = :name,
                            asked_why = :why
                        where id = :id""")
                .param("now", now())
                .param("staff", by.staff().value())
                .param("name", by.name())
                .param("why", why)
                .param("id", one.id().value())
                .update());
        return found.isPresent();
    }

    /**
     * The second one agrees.
     *
     * @return whether another one had asked, not too long ago
     */
    @Transactional
    public boolean remove(Client client, StaffMember by) {
        Optional<Protection> found = locked(client);
        Protection.Asked asked = found.map(this::open).orElse(null);
        boolean may = asked != null && !asked.staff().equals(by.staff());
        record(client, by, wrote("unprotect", found), may ? null : "takes-two-persons");
        if (!may) return false;
        jdbc.sql("""
                        update clients.protection set removed_at = :now, removed_by_staff_id = :staff, removed_by_name = :name
                        where id = :id""")
                .param("now", now())
                .param("staff", by.staff().value())
                .param("name", by.name())
                .param("id", found.orElseThrow().id().value())
                .update();
        return true;
    }

    /** The protection stays: what was asked is withdrawn, by whoever asked or by another. */
    @Transactional
    public void keep(Client client, StaffMember by) {
        locked(client).ifPresent(one -> {
            record(client, by, wrote("keep-protected", Optional.of(one)), null);
            jdbc.sql("""
                            update clients.protection set asked_at = null, asked_by_staff_id = null, asked_by_name = null,
                                asked_why = null where id = :id""").param("id", one.id().value()).update();
        });
    }

    private Protection.@Nullable Asked open(Protection protection) {
        Protection.Asked asked = protection.asked();
        return asked == null || hasLapsed(asked) ? null : asked;
    }

    private Optional<Protection> locked(Client client) {
        return of(client.careProvider(), client.identity(), SELECT + OF_IDENTITY + "and removed_at is null for update")
                .query((row, i) -> read(row))
                .optional();
    }

    private static AuditEventBuilder wrote(String action, Optional<Protection> what) {
        return AuditEvent.wrote(action, "protection", what.map(Protection::id).orElse(null));
    }

    private void record(Client client, StaffMember by, AuditEventBuilder event, @Nullable String refused) {
        AuditEventBuilder said = AuditedActor.of(by).on(event).about(client.id());
        audit.record((refused == null ? said : said.refused(refused)).at(clock.instant()));
    }

    private JdbcClient.StatementSpec of(CareProviderId careProvider, PersonId identity, String sql) {
        return jdbc.sql(sql)
                .param("provider", careProvider.value())
                .param("system", identity.system())
                .param("value", identity.value());
    }

    private static Protection read(ResultSet row) throws SQLException {
        UUID askedBy = row.getObject("asked_by_staff_id", UUID.class);
        String removedBy = row.getString("removed_by");
        return new Protection(
                new ProtectionId(row.getObject("id", UUID.class)),
                instant(row, "set_at"),
                Protection.Way.valueOf(row.getString("way")),
                row.getString("set_by"),
                askedBy == null
                        ? null
                        : new Protection.Asked(
                                new StaffId(askedBy),
                                row.getString("asked_by"),
                                instant(row, "asked_at"),
                                row.getString("asked_why")),
                removedBy == null ? null : new Protection.Removed(removedBy, instant(row, "removed_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
