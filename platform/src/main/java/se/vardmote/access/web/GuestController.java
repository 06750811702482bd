package se.vardmote.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.Actors;
import se.vardmote.access.GuestAssurance;
import se.vardmote.access.GuestCodes;
import se.vardmote.access.GuestEntry;
import se.vardmote.access.GuestLinks;
import se.vardmote.access.GuestMeeting;
import se.vardmote.access.GuestVisitor;
import se.vardmote.access.HostCookie;
import se.vardmote.access.Token;
import se.vardmote.access.guest.GuestDoor;
import se.vardmote.access.guest.GuestDoor.CodeAnswer;
import se.vardmote.access.signin.Answer;
import se.vardmote.access.signin.EIdProvider;
import se.vardmote.access.signin.SignIn;
import se.vardmote.access.signin.Started;

/**
 * Patients and relatives come in by a link (B58). Fetching uses nothing up; a press turns the link into a cookie, and the address is
 * clean from then on.
 */
@Controller
class GuestController {
    private static final String CHOICE = "/mote";
    private static final String CODE = "/mote/kod";
    private static final Duration SEAT_LIFE = Duration.ofHours(24);
    private final GuestDoor door;
    private final Clock clock;

    GuestController(GuestDoor door, Clock clock) {
        this.door = door;
        this.clock = clock;
    }

    @GetMapping("/m/{token}")
    ModelAndView link(@PathVariable String token) {
        return door.look(token)
                .map(opened -> new GuestLinkPage(opened.meeting().at(), token))
                .orElseGet(() -> new GuestLinkPage(null, ""))
                .view();
    }

    @PostMapping("/m")
    ModelAndView open(@RequestParam(name = "lank", defaultValue = "") String token, HttpServletResponse response) {
        Optional<Token> visit = door.open(token);
        if (visit.isEmpty()) return new GuestLinkPage(null, "").view();
        HostCookie.GUEST.give(response, visit.get(), GuestLinks.VISIT);
        return SeeOther.to(CHOICE);
    }

    @GetMapping(CHOICE)
    ModelAndView choose(GuestVisitor guest) {
        return choice(guest, null);
    }

    @GetMapping("/mote/e-legitimation")
    ModelAndView toEId(GuestVisitor guest, HttpServletRequest request, HttpServletResponse response) {
        Optional<Started> started = door.toEId(guest, request, OriginCheck.of(request));
        if (started.isEmpty()) return choice(guest, GuestEntry.NOT_OPEN.why());
        HostCookie.E_ID.give(response, started.get().token(), SignIn.PATIENCE);
        return SeeOther.to(started.get().location());
    }

    @GetMapping(EIdProvider.ANSWER_PATH)
    ModelAndView fromEId(
            GuestVisitor guest,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String error,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Token> left = HostCookie.E_ID.in(request);
        HostCookie.E_ID.remove(response);
        return entered(guest, door.byEId(guest, left, new Answer(code, state, error)), response);
    }

    @PostMapping(CODE)
    ModelAndView askForCode(GuestVisitor guest) {
        Optional<GuestCodes.Asked> asked = door.askForCode(guest);
        if (asked.isEmpty()) return choice(guest, "not-sent");
        return switch (asked.get()) {
            case GuestCodes.Issued issued -> SeeOther.to(CODE);
            case GuestCodes.TooMany(var next) -> new GuestCodePage(sends(guest), null, next).view();
        };
    }

    @GetMapping(CODE)
    ModelAndView code(GuestVisitor guest) {
        return new GuestCodePage(sends(guest), null, null).view();
    }

    @PostMapping("/mote/kod/svar")
    ModelAndView typed(GuestVisitor guest, @RequestParam(defaultValue = "") String code, HttpServletResponse response) {
        if (code.isBlank()) return new GuestCodePage(sends(guest), "missing", null).view();
        return switch (door.byCode(guest, code)) {
            case CodeAnswer.Right(GuestEntry entry) -> entered(guest, entry, response);
            case CodeAnswer.Not(GuestCodes.Typed why) ->
                new GuestCodePage(sends(guest), why.name().toLowerCase(Locale.ROOT), null).view();
        };
    }

    @PostMapping("/mote/utan")
    ModelAndView withoutProof(GuestVisitor guest, HttpServletResponse response) {
        return entered(guest, door.withoutProof(guest), response);
    }

    private ModelAndView entered(GuestVisitor guest, GuestEntry entry, HttpServletResponse response) {
        return switch (entry) {
            case GuestEntry.AtTheLobby(Token seat) -> {
                HostCookie.GUEST.remove(response);
                HostCookie.SEAT.give(response, seat, SEAT_LIFE);
                yield SeeOther.to("/samtal");
            }
            case GuestEntry.Refused(String why) -> choice(guest, why);
        };
    }

    private ModelAndView choice(GuestVisitor guest, @Nullable String refused) {
        Optional<GuestMeeting> found = door.meeting(guest);
        if (found.isEmpty()) return new GuestLinkPage(null, "").view();
        GuestMeeting meeting = found.get();
        boolean seated = Actors.current().flatMap(Actors::seated).isPresent();
        return new GuestPage(
                        meeting.at(),
                        meeting.isOpen(clock.instant()) ? null : meeting.opensAt(),
                        seated,
                        door.offersEId(),
                        GuestAssurance.ONE_TIME_CODE.atLeast(meeting.least()),
                        name(meeting),
                        GuestAssurance.NOT_IDENTIFIED.atLeast(meeting.least()),
                        refused)
                .view();
    }

    private @Nullable String sends(GuestVisitor guest) {
        Optional<GuestMeeting> meeting = door.meeting(guest);
        return meeting.isEmpty() ? null : name(meeting.get());
    }

    private static @Nullable String name(GuestMeeting meeting) {
        return meeting.sends() == null ? null : meeting.sends().name();
    }
}
