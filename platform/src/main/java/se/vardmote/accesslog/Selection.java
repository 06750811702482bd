package se.vardmote.accesslog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.vardmote.audit.Accessed;
import se.vardmote.audit.Outcome;
import se.vardmote.organisation.Surnames;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.StaffId;

/**
 * What a review shows of a period: some readings at random and those that the rules find. The same readings, limits and
 * seed give the same selection, however late it is made again.
 */
final class Selection {
    /** A rule that finds more shows so many of them, at random. */
    static final int MOST_A_RULE = 50;

    private final Limits limits;
    private final long seed;
    private final Predicate<Instant> onDuty;
    private final Known known;

    /** What the rules know of people. */
    interface Known {
        boolean isProtected(ClientId client);

        /** Null for a patient whose name is not told. */
        @Nullable
        String name(ClientId client);

        /** Of those who read, also of staff with protected identity. */
        Surnames surnames();
    }

    Selection(Limits limits, long seed, Predicate<Instant> onDuty, Known known) {
        this.limits = limits;
        this.seed = seed;
        this.onDuty = onDuty;
        this.known = known;
    }

    /** @param readings oldest first */
    List<Pick> of(List<Accessed> readings) {
        Map<Rule, List<Pick>> found = new EnumMap<>(Rule.class);
        found.put(
                Rule.SAMPLE,
                some(given(readings).map(reading -> pick(Rule.SAMPLE, reading)).toList(), limits.sample()));
        found.put(Rule.MANY_PATIENTS, some(manyPatients(readings), MOST_A_RULE));
        for (Rule rule :
                List.of(Rule.ODD_HOURS, Rule.PROTECTED_IDENTITY, Rule.SAME_SURNAME, Rule.OTHER_GROUND, Rule.REFUSED)) {
            found.put(
                    rule,
                    some(
                            readings.stream()
                                    .filter(reading -> holds(rule, reading))
                                    .map(reading -> pick(rule, reading))
                                    .toList(),
                            MOST_A_RULE));
        }
        return found.values().stream().flatMap(Collection::stream).toList();
    }

    private boolean holds(Rule rule, Accessed reading) {
        boolean given = reading.outcome() == Outcome.ALLOWED;
        ClientId client = reading.client();
        return switch (rule) {
            case ODD_HOURS -> given && !limits.byDay(reading.at()) && !onDuty.test(reading.at());
            case PROTECTED_IDENTITY -> given && client != null && known.isProtected(client);
            case SAME_SURNAME -> given && client != null && sharesName(reading, client);
            case OTHER_GROUND -> given && reading.ground() != null;
            case REFUSED -> !given;
            case SAMPLE, MANY_PATIENTS -> false;
        };
    }

    /** Not of a patient with protected personal data: it would tell the name. A reader with protected identity is found. */
    private boolean sharesName(Accessed reading, ClientId client) {
        String name = known.name(client);
        StaffId reader = reading.staff();
        return name != null
                && reader != null
                && !known.isProtected(client)
                && known.surnames().shared(reader, reading.actorName(), name);
    }

    /** For each burst of one person, the first reading and how many patients it came to. */
    private List<Pick> manyPatients(List<Accessed> readings) {
        Map<UUID, List<Accessed>> opened = given(readings)
                .filter(reading -> reading.actor() != null && reading.client() != null && !reading.inAList())
                .collect(Collectors.groupingBy(reading -> reading.actor()));
        return opened.values().stream()
                .flatMap(own -> bursts(own).stream())
                .sorted(Comparator.comparing(pick -> pick.reading().event()))
                .toList();
    }

    private List<Pick> bursts(List<Accessed> own) {
        List<Pick> bursts = new ArrayList<>();
        Duration within = Duration.ofMinutes(limits.withinMinutes());
        int first = 0;
        while (first < own.size()) {
            Instant until = own.get(first).at().plus(within);
            int next = first;
            Set<ClientId> seen = new HashSet<>();
            while (next < own.size() && own.get(next).at().isBefore(until))
                seen.add(own.get(next++).client());
            boolean many = seen.size() >= limits.manyPatients();
            if (many) bursts.add(new Pick(Rule.MANY_PATIENTS, own.get(first), seen.size(), 0));
            first = many ? next : first + 1;
        }
        return bursts;
    }

    private static Stream<Accessed> given(List<Accessed> readings) {
        return readings.stream().filter(reading -> reading.outcome() == Outcome.ALLOWED);
    }

    private static Pick pick(Rule rule, Accessed reading) {
        return new Pick(rule, reading, null, 0);
    }

    /** {@code java.util.Random} and the shuffle are specified to the last number: they will not change with a new Java. */
    private List<Pick> some(List<Pick> all, int most) {
        List<Pick> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled.stream()
                .limit(most)
                .sorted(Comparator.comparing((Pick pick) -> pick.reading().at())
                        .thenComparing(pick -> pick.reading().event()))
                .map(pick -> new Pick(pick.rule(), pick.reading(), pick.patients(), all.size()))
                .toList();
    }
}
