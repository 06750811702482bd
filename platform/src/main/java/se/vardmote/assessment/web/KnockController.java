package se.vardmote.assessment.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import se.vardmote.assessment.Drafts;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.KnockReading;
import se.vardmote.organisation.Staff;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.CallReason;
import tools.jackson.databind.json.JsonMapper;

/** The knock form: shown, kept while it is typed, and sent. */
@Controller
class KnockController {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final Duration SEAT_LIFE = Duration.ofHours(24);
    private final Doors doors;
    private final DropInRoom dropInRoom;
    private final Drafts drafts;
    private final JsonMapper json;
    private final Clock clock;

    KnockController(Doors doors, DropInRoom dropInRoom, Drafts drafts, JsonMapper json, Clock clock) {
        this.doors = doors;
        this.dropInRoom = dropInRoom;
        this.drafts = drafts;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/bedomningssamtal")
    ModelAndView form(HttpServletRequest request) {
        Optional<KnockForm> draft =
                HostCookie.DRAFT.in(request).flatMap(drafts::of).map(text -> json.readValue(text, KnockForm.class));
        KnockForm form = draft.orElseGet(() -> KnockForm.empty(UUID.randomUUID().toString()));
        return page(door(), form, Map.of(), draft.isPresent()).view();
    }

    /** Keeps what has been typed so far; the page asks for it while somebody types. */
    @PostMapping("/bedomningssamtal/utkast")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@ModelAttribute KnockForm form, HttpServletRequest request, HttpServletResponse response) {
        Token visitor = HostCookie.DRAFT.in(request).orElseGet(Token::fresh);
        HostCookie.DRAFT.give(response, visitor, Drafts.LIFE);
        drafts.keep(visitor, door().receiving().careProvider(), json.writeValueAsString(form));
    }

    @PostMapping("/bedomningssamtal")
    ModelAndView knock(@ModelAttribute KnockForm form, HttpServletRequest request, HttpServletResponse response) {
        Knock.Door door = door();
        LocalDate today = LocalDate.ofInstant(clock.instant(), SWEDEN);
        return switch (KnockReader.read(form, today, doors.colleagues(door))) {
            case KnockReading.Refused(Map<String, String> errors) ->
                page(door, form, errors, false).view();
            case KnockReading.Read(Knock knock) -> {
                Optional<Token> seat = dropInRoom.knock(knock, door);
                HostCookie.DRAFT.in(request).ifPresent(drafts::forget);
                HostCookie.DRAFT.remove(response);
                seat.ifPresent(token -> HostCookie.SEAT.give(response, token, SEAT_LIFE));
                yield SeeOther.to(seat.isPresent() ? "/samtal" : "/hej-da?varfor=ended");
            }
        };
    }

    /** The rights table lets only an enrolled device and an invited visitor this far. */
    private Knock.Door door() {
        return doors.of(Actors.current().orElseThrow());
    }

    private KnockPage page(Knock.Door door, KnockForm form, Map<String, String> errors, boolean restored) {
        return new KnockPage(
                doors.unitName(door),
                doors.deviceName(door),
                door.receiving().name(),
                door.receiving().phone().e164(),
                form,
                Arrays.stream(CallReason.values()).map(Enum::name).toList(),
                colleagues(door),
                errors,
                restored);
    }

    private List<KnockPage.Colleague> colleagues(Knock.Door door) {
        List<Staff> onDuty = doors.onDuty(door);
        return doors.colleagues(door).stream()
                .map(staff -> new KnockPage.Colleague(
                        staff.id().toString(), staff.name(), staff.profession().name(), onDuty.contains(staff)))
                .sorted(java.util.Comparator.comparing(colleague -> !colleague.onDuty()))
                .toList();
    }
}
