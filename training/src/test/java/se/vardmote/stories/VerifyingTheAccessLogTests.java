package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code ./vardmote audit-verify} as an operator gives it: whole, or which block is not (R0-36; HSLF-FS 2016:40). */
@ExtendWith(InProduction.class)
class VerifyingTheAccessLogTests {
    private static final String WHOLE =
            "Åtkomstloggen är hel: \\d+ händelser i [1-9]\\d* block, \\d+ ännu inte förseglade, "
                    + "jämförd med \\d+ huvuden utanför databasen\\.\n";

    @Test
    @Tag("thorough")
    void production_is_whole_while_it_runs_and_a_row_that_the_owner_changed_names_its_block(Production production) {
        String nurse = OrdinaryStaff.signedIn(production.owner());
        try (var node = production.firstNode()) {
            assertThat(node.get("/min-dag", nurse).statusCode()).isEqualTo(200);
            production.owner().sql(KNOWN_EVENT).update();
            awaitSealed(production.owner());

            FrontDoor.Said whole = production.verifyAudit();
            assertThat(whole.text()).matches(WHOLE);
            assertThat(whole.code()).isZero();

            assertNamesTheBlock(production.owner(), production::verifyAudit);
        }
    }

    @Test
    @Tag("thorough")
    void the_training_environment_is_whole_while_it_runs_and_when_it_is_stopped_and_a_changed_row_is_named() {
        try (var installation = Installation.start()) {
            JdbcClient owner = installation.database();
            owner.sql(KNOWN_EVENT).update();
            awaitSealed(owner);
            Verifying verifying = () -> FrontDoor.say(installation.data(), Map.of(), "audit-verify", "--data", ".");

            assertThat(verifying.now().text()).matches(WHOLE);
            assertNamesTheBlock(owner, verifying);
            installation.stopProduct();
            FrontDoor.Said stopped = verifying.now();
            assertThat(stopped.text()).matches(WHOLE);
            assertThat(stopped.code()).isZero();
        }
    }

    @Test
    void where_there_is_no_database_none_is_made(Production production) {
        FrontDoor.Said said = FrontDoor.say(production.folder(), Map.of(), "audit-verify");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).startsWith("Här finns ingen provmiljö.");
        assertThat(production.folder().resolve("var")).doesNotExist();
    }

    private interface Verifying {
        FrontDoor.Said now();
    }

    private static void assertNamesTheBlock(JdbcClient owner, Verifying verifying) {
        long block = blockOfTheKnownEvent(owner);
        assertThat(owner.sql("update audit.event set action = 'something-else' where object_type = 'known-event'")
                        .update())
                .isEqualTo(1);

        FrontDoor.Said changed = verifying.now();

        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.text().lines())
                .hasSize(2)
                .contains("Åtkomstloggen stämmer inte:")
                .anyMatch(line -> line.matches("- Block " + block + ", förseglat .*: händelser är ändrade\\."));
        owner.sql("update audit.event set action = 'read' where object_type = 'known-event'")
                .update();
        assertThat(verifying.now().code()).isZero();

        owner.sql(INSERTED_EVENT).update();
        assertThat(verifying.now().text()).contains("Block " + block).contains(": 1 händelser är tillagda.");
        owner.sql("delete from audit.event where object_type = 'inserted-event'")
                .update();
        owner.sql("create table kept as select * from audit.event where object_type = 'known-event'")
                .update();
        owner.sql("delete from audit.event where object_type = 'known-event'").update();
        FrontDoor.Said removed = verifying.now();
        assertThat(removed.code()).isEqualTo(1);
        assertThat(removed.text()).contains("Block " + block).contains(": 1 händelser är borta.");
        owner.sql("insert into audit.event overriding system value select * from kept")
                .update();
        owner.sql("drop table kept").update();
        assertThat(verifying.now().code()).isZero();
    }

    private static final String KNOWN_EVENT = """
            insert into audit.event (at, actor_kind, care_provider_id, activity, action, object_type, outcome)
            values (now(), 'SYSTEM', '00000000-0000-0000-0000-000000000000', 'test', 'read', 'known-event', 'ALLOWED')""";

    private static final String INSERTED_EVENT = """
            insert into audit.event (era, xact, recorded_at, at, actor_kind, care_provider_id, activity, action, object_type,
                outcome)
            select era, xact, recorded_at, at, actor_kind, care_provider_id, activity, action, 'inserted-event', outcome
            from audit.event where object_type = 'known-event'""";

    private static long blockOfTheKnownEvent(JdbcClient owner) {
        return owner.sql("""
                        select number from audit.block b join audit.event e
                            on e.era = b.era and e.xact >= b.lower_xact and e.xact < b.upper_xact
                        where e.object_type = 'known-event'""").query(Long.class).single();
    }

    private static void awaitSealed(JdbcClient owner) {
        Await.that(() -> owner.sql("""
                        select count(*) from audit.block b join audit.event e
                            on e.era = b.era and e.xact >= b.lower_xact and e.xact < b.upper_xact
                        where e.object_type = 'known-event'""").query(Long.class).single() == 1);
    }
}
