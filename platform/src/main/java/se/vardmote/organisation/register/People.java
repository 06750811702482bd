package se.vardmote.organisation.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** The staff, as the administrators of the care provider that keeps each row see and keep them. */
@Component
public class People {
    private final JdbcClient database;

    public People(JdbcClient database) {
        this.database = database;
    }

    /** Somebody of the register, whoever keeps the row: what a stranger may see of it is for the caller to decide. */
    public Optional<Person> find(StaffId id) {
        return database.sql("select * from organisation.staff where id = :id")
                .param("id", id.value())
                .query((row, n) -> person(row))
                .optional();
    }

    /** Those who have these HSA-ids, whoever keeps them. */
    public List<Person> withHsaIds(Collection<HsaId> hsaIds) {
        if (hsaIds.isEmpty()) return List.of();
        return database.sql("select * from organisation.staff where lower(hsa_id) = any(:hsaIds)")
                .param(
                        "hsaIds",
                        hsaIds.stream()
                                .map(hsaId -> hsaId.value().toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .query((row, n) -> person(row))
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody has the HSA-id */
    public void add(Person person) {
        written(database.sql("""
                        insert into organisation.staff
                            (id, care_provider_id, hsa_id, name, profession, licensed, licence_number, protected_identity)
                        values (:id, :keeper, :hsaId, :name, :profession, :licensed, :number, :protected)"""), person)
                .param("hsaId", person.hsaId().value())
                .param("protected", person.protectedIdentity())
                .update();
    }

    /** Name, profession and licence. The HSA-id never changes, and protection has ways of its own. */
    public void change(Person person) {
        written(database.sql("""
                        update organisation.staff
                        set name = :name, profession = :profession, licensed = :licensed, licence_number = :number
                        where id = :id and care_provider_id = :keeper"""), person).update();
    }

    private static JdbcClient.StatementSpec written(JdbcClient.StatementSpec statement, Person person) {
        return statement
                .param("id", person.id().value())
                .param("keeper", person.keeper().value())
                .param("name", person.name())
                .param("profession", person.profession().name())
                .param("licensed", person.licensed())
                .param("number", person.licenceNumber());
    }

    /** Hides the name from everybody but the administrators of the care provider that keeps the row. */
    public void protect(StaffId id) {
        database.sql("""
                        update organisation.staff set protected_identity = true, unprotect_asked_by = null,
                            unprotect_asked_at = null, unprotect_why = null
                        where id = :id""").param("id", id.value()).update();
    }

    /**
     * The first of the two persons that it takes to show a name again.
     *
     * @param why in the words of the one who asked
     */
    public record Asked(StaffId by, Instant at, String why) {
        /** Characters of a reason. */
        public static final int LONGEST_WHY = 300;

        /** How long it waits for the second person: a week, so that both are likely to remember why. */
        static final Duration STANDS = Duration.ofDays(7);

        public Instant lapsesAt() {
            return at.plus(STANDS);
        }

        @Override
        public String toString() {
            return "Asked[" + at + "]";
        }
    }

    /** What somebody has asked and nobody has agreed to yet; empty when that is too long ago. */
    public Optional<Asked> asked(StaffId id, Instant now) {
        return database.sql("""
                        select unprotect_asked_by, unprotect_asked_at, unprotect_why from organisation.staff
                        where id = :id and unprotect_asked_at > :since""")
                .param("id", id.value())
                .param("since", since(now))
                .query((row, n) -> new Asked(
                        new StaffId(Reading.id(row, "unprotect_asked_by")),
                        row.getObject("unprotect_asked_at", OffsetDateTime.class)
                                .toInstant(),
                        row.getString("unprotect_why")))
                .optional();
    }

    /** @return false when nobody is protected, or somebody has asked already and that stands */
    public boolean askToUnprotect(StaffId id, Asked asked) {
        return database.sql("""
                        update organisation.staff set unprotect_asked_by = :by, unprotect_asked_at = :at, unprotect_why = :why
                        where id = :id and protected_identity
                            and (unprotect_asked_at is null or unprotect_asked_at <= :since)""")
                        .param("id", id.value())
                        .param("by", asked.by().value())
                        .param("at", asked.at().atOffset(ZoneOffset.UTC))
                        .param("why", asked.why())
                        .param("since", since(asked.at()))
                        .update()
                == 1;
    }

    /**
     * The second one agrees.
     *
     * @return whether another one had asked, not too long ago
     */
    public boolean unprotect(StaffId id, StaffId by, Instant now) {
        return database.sql("""
                        update organisation.staff set protected_identity = false, unprotect_asked_by = null,
                            unprotect_asked_at = null, unprotect_why = null
                        where id = :id and protected_identity and unprotect_asked_by <> :by and unprotect_asked_at > :since""")
                        .param("id", id.value())
                        .param("by", by.value())
                        .param("since", since(now))
                        .update()
                == 1;
    }

    /** The protection stays. */
    public void keepProtected(StaffId id) {
        database.sql("""
                        update organisation.staff set unprotect_asked_by = null, unprotect_asked_at = null, unprotect_why = null
                        where id = :id""").param("id", id.value()).update();
    }

    private static OffsetDateTime since(Instant now) {
        return now.minus(Asked.STANDS).atOffset(ZoneOffset.UTC);
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new StaffId(Reading.id(row, "id")),
                new CareProviderId(Reading.id(row, "care_provider_id")),
                HsaId.of(row.getString("hsa_id")),
                row.getString("name"),
                Profession.valueOf(row.getString("profession")),
                row.getBoolean("licensed"),
                row.getString("licence_number"),
                row.getBoolean("protected_identity"),
                Reading.staff(row, "unprotect_asked_by"));
    }
}
