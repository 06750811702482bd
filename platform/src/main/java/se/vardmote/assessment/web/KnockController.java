package se.vardmote.assessment.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.Actors;
import se.vardmote.access.HostCookie;
import se.vardmote.access.Token;
import se.vardmote.assessment.Doors;
import se.vardmote.assessment.Doorway;
import se.vardmote.assessment.Drafts;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.KnockReading;
import se.vardmote.assessment.StaffRole;
import se.vardmote.assessment.UnitSettings;
import se.vardmote.organisation.Staff;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareUnitId;
import tools.jackson.databind.json.JsonMapper;

/** The knock form: shown, kept while it is typed, and sent. */
@Controller
class KnockController {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final Duration SEAT_LIFE = Duration.ofHours(24);
    private final Doors doors;
    private final DropInRoom dropInRoom;
    private final Drafts drafts;
    private final UnitSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    KnockController(
            Doors doors, DropInRoom dropInRoom, Drafts drafts, UnitSettings settings, JsonMapper json, Clock clock) {
        this.doors = doors;
        this.dropInRoom = dropInRoom;
        this.drafts = drafts;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/bedomningssamtal")
    ModelAndView form(HttpServletRequest request) {
        Optional<KnockForm> draft =
                HostCookie.DRAFT.in(request).flatMap(drafts::of).map(text -> json.readValue(text, KnockForm.class));
        KnockForm form = draft.orElseGet(() -> KnockForm.empty(UUID.randomUUID().toString()));
        return page(doorway(), form, Map.of(), draft.isPresent()).view();
    }

    /** Keeps what has been typed so far; the page asks for it while somebody types. */
    @PostMapping("/bedomningssamtal/utkast")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@ModelAttribute KnockForm form, HttpServletRequest request, HttpServletResponse response) {
        draft(doorway(), form, request, response);
    }

    private void draft(Doorway doorway, KnockForm form, HttpServletRequest request, HttpServletResponse response) {
        Token visitor = HostCookie.DRAFT.in(request).orElseGet(Token::fresh);
        HostCookie.DRAFT.give(response, visitor, Drafts.LIFE);
        drafts.keep(visitor, doorway.keeper(), json.writeValueAsString(form));
    }

    @PostMapping("/bedomningssamtal")
    ModelAndView knock(@ModelAttribute KnockForm form, HttpServletRequest request, HttpServletResponse response) {
        Doorway doorway = doorway();
        if (doorway.choices().isEmpty()) return nobodyAnswers(doorway, form, request, response);
        LocalDate today = LocalDate.ofInstant(clock.instant(), SWEDEN);
        List<CallReason> offered = settings.offeredBy(receiving(doorway, form.wanted()));
        return switch (KnockReader.read(form, today, choices(doorway), doors.colleagues(doorway), offered)) {
            case KnockReading.Refused(Map<String, String> errors) ->
                page(doorway, form, errors, false).view();
            case KnockReading.Read(Knock knock) -> {
                Optional<Token> seat =
                        dropInRoom.knock(knock, doorway.door(form.wanted()).orElseThrow());
                HostCookie.DRAFT.in(request).ifPresent(drafts::forget);
                HostCookie.DRAFT.remove(response);
                seat.ifPresent(token -> HostCookie.SEAT.give(response, token, SEAT_LIFE));
                yield SeeOther.to(seat.isPresent() ? "/samtal" : "/hej-da?varfor=ended");
            }
        };
    }

    /** The hour without receiver began while somebody typed: nothing of it is lost. */
    private ModelAndView nobodyAnswers(
            Doorway doorway, KnockForm form, HttpServletRequest request, HttpServletResponse response) {
        draft(doorway, form, request, response);
        ModelAndView view = page(doorway, form, Map.of(), true).view();
        view.setStatus(HttpStatus.CONFLICT);
        return view;
    }

    /** The rights table lets only an enrolled device and an invited visitor this far. */
    private Doorway doorway() {
        return doors.of(Actors.current().orElseThrow());
    }

    private static List<String> choices(Doorway doorway) {
        return doorway.asks()
                ? doorway.choices().stream().map(Doorway.Choice::name).toList()
                : List.of();
    }

    /** The unit that is sought; before anybody has said whom they want to reach, every one that they may. */
    private static Set<CareUnitId> receiving(Doorway doorway, String wanted) {
        return doorway.door(wanted)
                .map(door -> Set.of(door.receiving().id()))
                .orElseGet(() -> doorway.choices().stream()
                        .map(choice -> choice.receiving().id())
                        .collect(Collectors.toSet()));
    }

    private KnockPage page(Doorway doorway, KnockForm form, Map<String, String> errors, boolean restored) {
        boolean nobody = doorway.choices().isEmpty();
        return new KnockPage(
                doors.unitName(doorway),
                doors.deviceName(doorway),
                doorway.numbers().stream()
                        .map(unit -> new KnockPage.UnitNumber(
                                unit.name(), unit.numberToRing().e164()))
                        .toList(),
                doorway.asks()
                        ? doorway.choices().stream()
                                .map(choice -> new KnockPage.Choice(
                                        choice.name(), choice.receiving().name()))
                                .toList()
                        : List.of(),
                nobody ? new KnockPage.Nobody(doorway.answersAgain(), restored, fallback(doorway)) : null,
                form,
                settings.offeredBy(receiving(doorway, "")).stream()
                        .map(Enum::name)
                        .toList(),
                colleagues(doorway),
                StaffRole.LICENSED,
                errors,
                restored);
    }

    private String fallback(Doorway doorway) {
        return doorway.unit() == null ? "" : settings.fallback(doorway.unit());
    }

    private List<KnockPage.Colleague> colleagues(Doorway doorway) {
        List<Staff> onDuty = doors.onDuty(doorway);
        return doors.colleagues(doorway).stream()
                .map(staff -> new KnockPage.Colleague(
                        staff.id().toString(), staff.name(), staff.profession().name(), onDuty.contains(staff)))
                .sorted(java.util.Comparator.comparing(colleague -> !colleague.onDuty()))
                .toList();
    }
}
