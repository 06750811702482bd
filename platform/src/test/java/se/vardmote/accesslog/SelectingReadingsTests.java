package se.vardmote.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.audit.Accessed;
import se.vardmote.audit.Activity;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.Outcome;
import se.vardmote.organisation.Surnames;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.StaffId;

/** 4N, patientdatalagen 4:3: what is picked out of a unit's readings, by chance and by rules with a name. */
class SelectingReadingsTests {
    private static final Limits LIMITS = new Limits(3, 4, 15, LocalTime.of(6, 0), LocalTime.of(21, 0));
    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-23T01:00:00Z");
    private static final UUID NURSE = UUID.randomUUID();
    private static final UUID COLLEAGUE = UUID.randomUUID();
    private static final CommissionId COMMISSION = CommissionId.next();
    private final Set<ClientId> hidden = new HashSet<>();
    private final Map<ClientId, String> names = new HashMap<>();
    private final Map<StaffId, String> registered = new HashMap<>();
    private final List<Accessed> readings = new ArrayList<>();
    private Predicate<Instant> onDuty = at -> false;

    @Test
    void the_sample_is_as_large_as_the_setting_and_the_same_again_from_the_same_seed() {
        for (int i = 0; i < 40; i++) read(ClientId.next(), NOON.plus(Duration.ofHours(i)));

        List<Pick> once = picked(Rule.SAMPLE, 7);

        assertThat(once).hasSize(3).allMatch(pick -> pick.found() == 40);
        assertThat(picked(Rule.SAMPLE, 7)).isEqualTo(once);
        assertThat(IntStream.range(0, 20).mapToObj(seed -> picked(Rule.SAMPLE, seed)))
                .as("another seed, another sample")
                .anyMatch(other -> !other.equals(once));
    }

    @Test
    void everything_can_come_into_a_sample() {
        for (int i = 0; i < 10; i++) read(ClientId.next(), NOON.plus(Duration.ofMinutes(i)));
        Set<Long> seen = new HashSet<>();
        for (int seed = 0; seed < 100; seed++)
            picked(Rule.SAMPLE, seed).forEach(pick -> seen.add(pick.reading().event()));
        assertThat(seen).hasSize(10);
    }

    @Test
    void who_opens_many_patients_in_a_short_time_is_picked_once_with_how_many() {
        for (int i = 0; i < 5; i++) read(ClientId.next(), NOON.plus(Duration.ofMinutes(i)));
        ClientId again = ClientId.next();
        for (int i = 0; i < 5; i++) read(again, NOON.plus(Duration.ofMinutes(60 + i)));

        assertThat(picked(Rule.MANY_PATIENTS, 1)).singleElement().satisfies(pick -> {
            assertThat(pick.patients()).isEqualTo(5);
            assertThat(pick.reading().event()).isEqualTo(1);
        });
    }

    @Test
    void as_many_over_a_longer_time_or_by_several_people_or_in_a_list_is_ordinary_work() {
        for (int i = 0; i < 5; i++) {
            read(ClientId.next(), NOON.plus(Duration.ofMinutes(5L * i)));
            add(i % 2 == 0 ? NURSE : COLLEAGUE, ClientId.next(), NOON.plus(Duration.ofHours(3)), "read", null);
            add(NURSE, ClientId.next(), NOON.plus(Duration.ofHours(6)), "list", null);
        }
        assertThat(picked(Rule.MANY_PATIENTS, 1)).isEmpty();
    }

    @Test
    void the_night_is_odd_unless_the_unit_is_on_duty() {
        read(ClientId.next(), NOON);
        read(ClientId.next(), NIGHT);
        assertThat(picked(Rule.ODD_HOURS, 1))
                .singleElement()
                .satisfies(pick -> assertThat(pick.reading().at()).isEqualTo(NIGHT));
        onDuty = NIGHT::equals;
        assertThat(picked(Rule.ODD_HOURS, 1)).isEmpty();
    }

    @Test
    void the_hours_are_those_of_the_clock_in_sweden() {
        Instant halfPastNineInWinter = Instant.parse("2026-11-23T20:30:00Z");
        Instant halfPastSixInSummer = Instant.parse("2026-06-23T04:30:00Z");
        read(ClientId.next(), halfPastNineInWinter);
        read(ClientId.next(), halfPastSixInSummer);
        assertThat(picked(Rule.ODD_HOURS, 1))
                .singleElement()
                .satisfies(pick -> assertThat(pick.reading().at()).isEqualTo(halfPastNineInWinter));
    }

    @Test
    void protected_personal_data_are_always_picked() {
        ClientId client = ClientId.next();
        hidden.add(client);
        read(client, NOON);
        read(ClientId.next(), NOON);
        assertThat(picked(Rule.PROTECTED_IDENTITY, 1)).hasSize(1);
    }

    @Test
    void a_shared_surname_is_found_in_any_case_and_in_either_part_of_a_double_name() {
        for (String name : List.of("Tolvan Öberg", "Tolvan ÖBERG", "Tolvan Lind-Öberg", "Öberg Tolvansson", "Öberg")) {
            ClientId client = ClientId.next();
            names.put(client, name);
            read(client, NOON);
        }
        assertThat(picked(Rule.SAME_SURNAME, 1))
                .extracting(pick -> names.get(pick.reading().client()))
                .containsExactly("Tolvan Öberg", "Tolvan ÖBERG", "Tolvan Lind-Öberg");
    }

    @Test
    void the_name_of_somebody_protected_is_not_told_by_that_it_is_the_same() {
        ClientId client = ClientId.next();
        names.put(client, "Tolvan Öberg");
        hidden.add(client);
        read(client, NOON);
        assertThat(picked(Rule.SAME_SURNAME, 1)).isEmpty();
    }

    /** The log has the alias, or the name of before. */
    @Test
    void a_reader_is_compared_by_the_name_in_the_register_also_one_with_protected_identity() {
        ClientId kin = ClientId.next();
        names.put(kin, "Tolvan Berg");
        read(kin, NOON);
        assertThat(picked(Rule.SAME_SURNAME, 1)).isEmpty();
        registered.put(new StaffId(NURSE), "Åsa Berg");
        assertThat(picked(Rule.SAME_SURNAME, 1)).hasSize(1);
    }

    @Test
    void another_ground_than_care_and_what_was_refused_are_picked() {
        add(NURSE, ClientId.next(), NOON, "read", "search-by-identity");
        refused();
        assertThat(picked(Rule.OTHER_GROUND, 1)).hasSize(1);
        assertThat(picked(Rule.REFUSED, 1))
                .singleElement()
                .satisfies(pick -> assertThat(pick.reading().outcome()).isEqualTo(Outcome.REFUSED));
        assertThat(picked(Rule.SAMPLE, 1))
                .as("what was not shown is no reading")
                .hasSize(1);
    }

    @Test
    void a_rule_that_finds_very_much_shows_some_of_it_and_says_how_much_there_is() {
        for (int i = 0; i < 80; i++) read(ClientId.next(), NIGHT);
        assertThat(picked(Rule.ODD_HOURS, 1)).hasSize(Selection.MOST_A_RULE).allMatch(pick -> pick.found() == 80);
    }

    private void read(ClientId client, Instant at) {
        add(NURSE, client, at, "read", null);
    }

    private void add(UUID who, ClientId client, Instant at, String action, @Nullable String ground) {
        readings.add(accessed(who, client, at, action, Outcome.ALLOWED, ground));
    }

    private void refused() {
        readings.add(accessed(NURSE, ClientId.next(), NOON, "read", Outcome.REFUSED, "no-relation"));
    }

    private Accessed accessed(
            UUID who, ClientId client, Instant at, String action, Outcome outcome, @Nullable String ground) {
        return new Accessed(
                readings.size() + 1,
                ActorKind.STAFF,
                who,
                "Åsa Öberg",
                COMMISSION,
                TestCast.VELLINGE,
                TestCast.NURSES,
                client,
                Activity.READ,
                action,
                "note",
                outcome,
                ground,
                at,
                at,
                1);
    }

    private List<Pick> picked(Rule rule, long seed) {
        var known = new Selection.Known() {
            @Override
            public boolean isProtected(ClientId client) {
                return hidden.contains(client);
            }

            @Override
            public @Nullable String name(ClientId client) {
                return names.get(client);
            }

            @Override
            public Surnames surnames() {
                return new Surnames(registered);
            }
        };
        return new Selection(LIMITS, seed, at -> onDuty.test(at), known)
                .of(readings.stream().sorted(Comparator.comparing(Accessed::at)).toList()).stream()
                        .filter(pick -> pick.rule() == rule)
                        .toList();
    }
}
