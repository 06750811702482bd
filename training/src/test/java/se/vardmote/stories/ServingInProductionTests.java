package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Production as its operators meet it: the front door, one commented file, databases of their own (R0-35, R0-36). */
@ExtendWith(InProduction.class)
class ServingInProductionTests {

    @Test
    void two_nodes_on_one_database_answer_over_tls_and_know_the_same_people(Production production) {
        String nurse = OrdinaryStaff.signedIn(production.owner());
        try (var first = production.firstNode();
                var second = production.secondNode()) {
            for (var node : new ProductionNode[] {first, second}) {
                assertThat(node.status("/halsa")).isEqualTo(200);
                assertThat(node.status("/halsa/redo")).isEqualTo(200);
                assertThat(node.get("/", "").body()).contains("112").doesNotContainIgnoringCase("provmiljö");
                assertThat(node.get("/min-dag", nurse).statusCode()).isEqualTo(200);
                assertThat(node.get("/min-dag", "").statusCode()).isNotEqualTo(200);
            }
        }
    }

    @Test
    void migrating_again_changes_nothing(Production production) {
        assertThat(production.migrate()).isEqualTo(new FrontDoor.Said(0, "Databaserna är på den här versionen.\n"));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once(Production production) throws IOException {
        Production.Another another = production.anotherDatabase("older", "older_keys");
        assertThat(another.migrate().code()).isZero();
        another.owner().sql("update platform.environment set name = 'training'").update();
        another.owner()
                .sql("update platform.schema_version set fingerprint = 'older'")
                .update();
        another.owner()
                .sql("with provider as (insert into organisation.care_provider (id, name, hsa_id) "
                        + "values (uuidv7(), 'Vellinge kommun', 'TSTNMT2321000156-P1') returning id) "
                        + "insert into organisation.staff (id, care_provider_id, hsa_id, name, profession) "
                        + "select uuidv7(), id, 'TSTNMT2321000156-1', 'Noor Sandgren', 'NURSE' from provider")
                .update();

        FrontDoor.Said said = another.serveAndFail(Map.of(
                "vardmote.origins", "http://vardmote.example",
                "server.ssl.certificate", "",
                "server.ssl.certificate-private-key", "",
                "vardmote.sign-in.client-secret", "secret",
                "vardmote.sign-in.issuer", "http://start.localhost:8081",
                "vardmote.database.user", "vardmote_owner",
                "vardmote.database.password", OutsidePostgres.OWNER_PASSWORD,
                "vardmote.media.janus", ""));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text().lines()).first().isEqualTo("Vårdmöte startar inte:");
        assertThat(said.text().lines().skip(1))
                .hasSize(9)
                .anyMatch(line -> line.contains("http://vardmote.example är inte https"))
                .anyMatch(line -> line.contains("Varken TLS"))
                .anyMatch(line -> line.contains("vardmote.sign-in: alla adresser"))
                .anyMatch(line -> line.contains("vardmote.sign-in.client-secret är för kort"))
                .anyMatch(line -> line.contains("vardmote.media.janus saknas"))
                .anyMatch(line -> line.contains("rollen äger databasen"))
                .anyMatch(line -> line.contains("kör ./vardmote migrate"))
                .anyMatch(line -> line.contains("skapad för provmiljön"))
                .anyMatch(line -> line.contains("påhittade personal"));
        assertThat(another.migrate().text()).contains("inte skapad för drift");
        assertThat(another.owner()
                        .sql("select fingerprint from platform.schema_version")
                        .query(String.class)
                        .single())
                .isEqualTo("older");
    }

    @Test
    @Tag("thorough")
    void run_refuses_a_production_database_and_leaves_nothing_running() {
        try (var installation = Installation.start()) {
            installation
                    .database()
                    .sql("update platform.environment set name = 'production'")
                    .update();
            installation.stopProduct();

            FrontDoor.Said said = installation.startAndFail();

            assertThat(said.code()).isEqualTo(1);
            assertThat(said.text())
                    .isEqualTo("Databasen är inte skapad för provmiljö. Välj en annan datamapp eller databas.\n");
            assertThat(installation.data().resolve("postgres/data-18/postmaster.pid"))
                    .doesNotExist();
        }
    }
}
