package se.vardmote.assessment.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.Commissions;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.DropIns;
import se.vardmote.assessment.KnockVolumes;
import se.vardmote.assessment.Roster;
import se.vardmote.assessment.ShownDay;
import se.vardmote.assessment.duty.ComingGaps;
import se.vardmote.assessment.planned.PlannedCall;
import se.vardmote.assessment.planned.web.PlannedReader;
import se.vardmote.clients.Clients;
import se.vardmote.journal.Duties;
import se.vardmote.journal.Duty;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.retention.UndocumentedWarning;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DropInId;

/** Puts "Min dag" together; audits whose names it shows before it shows them. */
@Component
class DayReader {
    private static final Set<String> NOTICES =
            Set.of("text-sent", "refused", "gone", "taken", "call-running", "call-over");
    private static final int DAYS_AHEAD = 7;
    private static final int MOST_GAPS = 3;
    private final WaitingBoard board;
    private final ReadingTheBoard reading;
    private final AcuteCalls acute;
    private final DropIns dropIns;
    private final Duties duties;
    private final Clients clients;
    private final Roster roster;
    private final KnockVolumes volumes;
    private final Organisation organisation;
    private final ComingGaps comingGaps;
    private final Commissions commissions;
    private final PlannedReader planned;
    private final MyCallsReader myCalls;
    private final Clock clock;

    DayReader(
            WaitingBoard board,
            ReadingTheBoard reading,
            AcuteCalls acute,
            DropIns dropIns,
            Duties duties,
            Clients clients,
            Roster roster,
            KnockVolumes volumes,
            Organisation organisation,
            ComingGaps comingGaps,
            Commissions commissions,
            PlannedReader planned,
            MyCallsReader myCalls,
            Clock clock) {
        this.board = board;
        this.reading = reading;
        this.acute = acute;
        this.dropIns = dropIns;
        this.duties = duties;
        this.clients = clients;
        this.roster = roster;
        this.volumes = volumes;
        this.organisation = organisation;
        this.comingGaps = comingGaps;
        this.commissions = commissions;
        this.planned = planned;
        this.myCalls = myCalls;
        this.clock = clock;
    }

    /** What this one answer shows besides the day: a code, a notice, a judgement with something missing. */
    record Extra(
            DayPage.@Nullable DropInCode code,
            @Nullable String noticeCode,
            String noticeName,
            Map<String, WaitingRow.Judgement> judgements) {

        static Extra notice(String code) {
            return notice(code, "");
        }

        static Extra notice(String code, String name) {
            return new Extra(null, NOTICES.contains(code) ? code : null, name, Map.of());
        }

        static Extra code(DayPage.DropInCode code) {
            return new Extra(code, null, "", Map.of());
        }

        static Extra judgement(String dropIn, WaitingRow.Judgement judgement) {
            return new Extra(null, null, "", Map.of(dropIn, judgement));
        }
    }

    DayPage read(StaffMember staff, Extra extra) {
        List<StaffMember> posts = commissions.of(staff);
        List<CareUnitId> units = posts.stream().map(StaffMember::unit).toList();
        List<DropIn> waiting = board.waiting(posts);
        List<MyCallsReader.Led> led = myCalls.led(staff);
        List<DropIn> settled = settled(staff, units, led);
        List<Duty> toSign = units.stream()
                .flatMap(unit -> duties.toSign(staff.careProvider(), unit, staff.staff()).stream())
                .toList();
        List<Duty> toEnter = units.stream()
                .flatMap(unit -> duties.toEnter(staff.careProvider(), unit, staff.staff()).stream())
                .toList();
        List<DropIn> shown = Stream.concat(waiting.stream(), settled.stream()).toList();
        reading.record(List.of(new ReadingTheBoard.Reading(posts, shown)));
        List<PlannedCall> agreed = planned.today(staff);
        MyCalls calls = myCalls.read(staff, led);
        boolean onDuty = roster.isOn(staff);
        List<GapLine> gaps = gapsAhead(units);
        return new DayPage(
                posts.stream().map(StaffMember::unitName).collect(Collectors.joining(", ")),
                onDuty,
                volumes.of(staff.staff()),
                colleagues(staff, units),
                gaps.stream().limit(MOST_GAPS).toList(),
                Math.max(0, gaps.size() - MOST_GAPS),
                calls,
                acute.read(posts),
                board.read(posts, waiting).shownTo(posts, onDuty, extra.judgements()),
                planned.awaited(agreed),
                today(settled, agreed, staff, calls),
                toSign.stream().map(this::toDo).toList(),
                toEnter.stream().map(this::toDo).toList(),
                extra.code(),
                extra.noticeCode(),
                extra.noticeName());
    }

    /** Their own of the day, and what goes on that they lead: cover and who took a call over have it nowhere else. */
    private List<DropIn> settled(StaffMember staff, List<CareUnitId> units, List<MyCallsReader.Led> led) {
        Instant since = ShownDay.at(clock.instant()).from();
        Map<DropInId, DropIn> theirs = new LinkedHashMap<>();
        dropIns.settledSince(staff.careProvider(), units, since).stream()
                .filter(dropIn -> isTheirs(dropIn, staff))
                .forEach(dropIn -> theirs.put(dropIn.id(), dropIn));
        led.forEach(call -> theirs.putIfAbsent(call.dropIn().id(), call.dropIn()));
        return List.copyOf(theirs.values());
    }

    /** Whom nobody judged is everybody's to call back. */
    private static boolean isTheirs(DropIn dropIn, StaffMember staff) {
        return dropIn.judgement() == null || dropIn.judgement().by().equals(staff.staff());
    }

    private List<DayPage.Entry> today(
            List<DropIn> settled, List<PlannedCall> agreed, StaffMember staff, MyCalls calls) {
        return Stream.concat(
                        settled.stream().map(dropIn -> entry(dropIn, staff, calls)),
                        agreed.stream().map(DayReader::entry))
                .sorted(Comparator.comparing(DayPage.Entry::at))
                .toList();
    }

    private static DayPage.Entry entry(PlannedCall call) {
        boolean missed = call.state() == PlannedCall.State.MISSED;
        return new DayPage.Entry(
                call.at(),
                call.reason().name(),
                call.shownName(),
                missed ? DayPage.State.MISSED : DayPage.State.PLANNED,
                "/planerade/" + call.id(),
                missed ? call.typed().staffPhone().e164() : null);
    }

    private DayPage.Entry entry(DropIn dropIn, StaffMember staff, MyCalls calls) {
        return switch (dropIn.state()) {
            case WAITING, WITHDRAWN -> entry(dropIn, DayPage.State.LEFT_BEFORE_JUDGEMENT, null);
            case TURNED_AWAY -> {
                boolean visit = dropIn.judgement() != null && dropIn.judgement().outcome() == DropIn.Outcome.HOME_VISIT;
                yield entry(dropIn, visit ? DayPage.State.HOME_VISIT : DayPage.State.OTHER_WAY, null);
            }
            case ADMITTED -> admitted(dropIn, staff, calls);
        };
    }

    private DayPage.Entry admitted(DropIn dropIn, StaffMember staff, MyCalls calls) {
        var meeting = Objects.requireNonNull(
                Objects.requireNonNull(dropIn.judgement()).meeting());
        return duties.of(meeting)
                .filter(Duty::ended)
                // Whoever took the call over writes its note.
                .map(duty -> entry(
                        dropIn, state(duty), duty.staff().equals(staff.staff()) ? "/anteckning/" + duty.id() : null))
                .orElseGet(() -> calls.hasParked(meeting.toString())
                        ? entry(dropIn, DayPage.State.PARKED, null)
                        : entry(dropIn, DayPage.State.IN_CALL, "/samtal/" + meeting));
    }

    private static DayPage.State state(Duty duty) {
        if (duty.entered()) return DayPage.State.ENTERED;
        return duty.signed() ? DayPage.State.SIGNED : DayPage.State.ENDED_NOT_SIGNED;
    }

    private static DayPage.Entry entry(DropIn dropIn, DayPage.State state, @Nullable String href) {
        boolean unanswered = state == DayPage.State.LEFT_BEFORE_JUDGEMENT;
        return new DayPage.Entry(
                dropIn.knockedAt(),
                dropIn.reason().name(),
                dropIn.typed().patientName(),
                state,
                href,
                unanswered ? dropIn.typed().staffPhone().e164() : null);
    }

    private DayPage.NoteToDo toDo(Duty duty) {
        Instant ended = Objects.requireNonNull(duty.endedAt());
        // The register's name: the typed one goes after sixty days, the duty stays.
        String patient = clients.find(duty.careProvider(), duty.client())
                .map(client -> client.shown().name())
                .orElse("");
        return new DayPage.NoteToDo(
                duty.id().toString(),
                patient,
                ended,
                UndocumentedWarning.of(ended, clock.instant()).orElse(null));
    }

    private List<String> colleagues(StaffMember staff, List<CareUnitId> units) {
        return units.stream()
                .flatMap(unit -> roster.at(unit).stream())
                .distinct()
                .filter(id -> !id.equals(staff.staff()))
                .flatMap(id -> organisation.staff(id).stream())
                .map(Staff::name)
                .toList();
    }

    private List<GapLine> gapsAhead(List<CareUnitId> units) {
        List<ComingGaps.Coming> coming = comingGaps.touching(units, DAYS_AHEAD);
        Map<CareUnitId, CareUnit> names =
                organisation.units(coming.stream().map(ComingGaps.Coming::unit).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(CareUnit::id, Function.identity()));
        return coming.stream().map(gap -> GapLine.of(gap, names)).toList();
    }
}
