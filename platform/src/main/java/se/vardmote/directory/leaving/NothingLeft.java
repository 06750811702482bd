package se.vardmote.directory.leaving;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.organisation.Assignment;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Commission;
import se.vardmote.organisation.register.Person;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.Identifier;
import se.vardmote.vocabulary.StaffId;

/**
 * Whether rows of the register may be written as they are to be, by page or file: where something then opens less than it does,
 * from today on, nothing is left open there that nobody would have.
 */
@Component
public class NothingLeft {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final Set<String> THEMSELVES = Set.of("commission", "assignment");
    private final Leaving leaving;
    private final Clock clock;

    public NothingLeft(Leaving leaving, Clock clock) {
        this.leaving = leaving;
        this.clock = clock;
    }

    /** Which part of a row makes it open less. */
    public enum Loss {
        PURPOSE,
        FIRST_DAY,
        LAST_DAY
    }

    /**
     * What keeps a unit from being written as it is to be: it closes, earlier than before or until it opens later, with something
     * open. Until it opens, whoever is tied to it may stay so.
     *
     * @param headless nobody is to be head of it any longer
     */
    public Optional<Loss> closing(SystemAdministrator by, CareUnit before, CareUnit after, boolean headless) {
        Stream<LocalDate> turns =
                Stream.of(before.validFrom(), dayAfter(after.validTo())).filter(Objects::nonNull);
        LocalDate day = firstLost(before::openOn, after::openOn, turns).orElse(null);
        if (day == null) return Optional.empty();
        boolean ends = earlier(before.validTo(), after.validTo());
        boolean nothing = leaving.open(by, new Leaving.Subject.OfUnit(before), day.minusDays(1)).stream()
                .map(Leaving.Group::word)
                .allMatch(word -> headless && word.equals("head") || !ends && Leaving.TIES.contains(word));
        if (nothing) return Optional.empty();
        return Optional.of(ends ? Loss.LAST_DAY : Loss.FIRST_DAY);
    }

    /**
     * What keeps commissions from being written as they are to be: something is left at the unit that only they open. Those of a
     * person count together, for each may be what another was to go on with.
     *
     * @param now all that those people have at the care provider
     * @param wanted some of them as they are to be, and new ones
     */
    public Map<Identifier, Loss> ending(
            SystemAdministrator by, Collection<Commission> now, Collection<Commission> wanted) {
        return lost(by, Post.ofCommissions(now), Post.ofCommissions(wanted));
    }

    /**
     * The same for assignments, which end as long as another one or a commission for care goes on there.
     *
     * @param commissions all that those people have at the care provider
     */
    public Map<Identifier, Loss> ending(
            SystemAdministrator by,
            Collection<Commission> commissions,
            Collection<Assignment> now,
            Collection<Assignment> wanted) {
        List<Post> before = new ArrayList<>(Post.ofCommissions(commissions));
        before.addAll(Post.ofAssignments(now));
        return lost(by, before, Post.ofAssignments(wanted));
    }

    private Map<Identifier, Loss> lost(SystemAdministrator by, List<Post> now, List<Post> wanted) {
        Map<Identifier, Post> before = new HashMap<>();
        now.forEach(one -> before.put(one.id(), one));
        Map<Identifier, Post> after = new HashMap<>(before);
        wanted.forEach(one -> after.put(one.id(), one));
        Map<Post.Place, List<Post>> had = byPlace(before.values());
        Map<Post.Place, List<Post>> have = byPlace(after.values());
        Map<Identifier, Loss> found = new HashMap<>();
        for (Post one : wanted) {
            Post was = before.get(one.id());
            if (was == null) continue;
            firstLost(List.of(was), List.of(one))
                    .filter(own -> leavesSomething(
                            by,
                            one.place(),
                            had.getOrDefault(one.place(), List.of()),
                            have.getOrDefault(one.place(), List.of())))
                    .ifPresent(own -> found.put(one.id(), loss(one, own)));
        }
        return found;
    }

    private boolean leavesSomething(SystemAdministrator by, Post.Place place, List<Post> before, List<Post> after) {
        CareUnitId unit = place.unit();
        return unit != null
                && firstLost(before, after)
                        .filter(day -> leftAt(by, place.staff(), unit, day.minusDays(1)))
                        .isPresent();
    }

    /** Whether somebody may be written as they are to be: without the licence they could neither write nor receive what is theirs. */
    public boolean mayBecome(SystemAdministrator by, Person before, Person after) {
        if (!before.licensed() || after.licensed()) return true;
        return leaving.open(by, new Leaving.Subject.OfPerson(before.id()), today().minusDays(1)).stream()
                .allMatch(group -> Leaving.TIES.contains(group.word()));
    }

    private boolean leftAt(SystemAdministrator by, StaffId staff, CareUnitId unit, LocalDate lastDay) {
        return leaving.open(by, new Leaving.Subject.OfPerson(staff), lastDay).stream()
                .filter(group -> !THEMSELVES.contains(group.word()))
                .flatMap(group -> group.own().stream())
                .anyMatch(matter -> unit.equals(matter.unit()));
    }

    private static Loss loss(Post after, LocalDate day) {
        if (!after.opens()) return Loss.PURPOSE;
        return after.validFrom().isAfter(day) ? Loss.FIRST_DAY : Loss.LAST_DAY;
    }

    private Optional<LocalDate> firstLost(List<Post> before, List<Post> after) {
        return firstLost(
                day -> opened(before, day),
                day -> opened(after, day),
                Stream.concat(
                        before.stream().map(Post::validFrom),
                        after.stream().map(one -> dayAfter(one.validTo())).filter(Objects::nonNull)));
    }

    /**
     * The first day, from today on, that something opens now and is not to open any longer.
     *
     * @param turns days on which that may begin
     */
    private Optional<LocalDate> firstLost(
            Predicate<LocalDate> before, Predicate<LocalDate> after, Stream<LocalDate> turns) {
        LocalDate today = today();
        return Stream.concat(Stream.of(today), turns)
                .filter(day -> !day.isBefore(today))
                .filter(before.and(after.negate()))
                .min(LocalDate::compareTo);
    }

    private static Map<Post.Place, List<Post>> byPlace(Collection<Post> all) {
        return all.stream().collect(Collectors.groupingBy(Post::place));
    }

    private static boolean opened(List<Post> those, LocalDate day) {
        return those.stream().anyMatch(one -> one.opensOn(day));
    }

    private static boolean earlier(@Nullable LocalDate before, @Nullable LocalDate after) {
        return after != null && (before == null || after.isBefore(before));
    }

    private static @Nullable LocalDate dayAfter(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }
}
