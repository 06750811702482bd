package se.vardmote.ui;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.directory.web.HidingPage;
import se.vardmote.meetingrights.Applying;
import se.vardmote.meetingrights.RightDecisions.Listed;
import se.vardmote.meetingrights.UnitOfTheHead;
import se.vardmote.meetingrights.web.ApplyPage;
import se.vardmote.meetingrights.web.DaysBackPage;
import se.vardmote.meetingrights.web.DecideListPage;
import se.vardmote.meetingrights.web.DecidePage;
import se.vardmote.meetingrights.web.PolicyPage;
import se.vardmote.meetingrights.web.SomeDaysPage;
import se.vardmote.meetingrights.web.UnitPage;
import se.vardmote.organisation.Staff;
import se.vardmote.organisation.meetingright.Application;
import se.vardmote.organisation.meetingright.Application.State;
import se.vardmote.organisation.meetingright.MeetingPolicy;
import se.vardmote.organisation.meetingright.Temporary;
import se.vardmote.organisation.qualifications.Qualification;
import se.vardmote.organisation.qualifications.Qualification.Kind;
import se.vardmote.ui.SamplePages.Sample;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.MeetingRightId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** The pages about the right to hold digital meetings. */
final class SampleMeetingRights {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 12);
    private static final SignedIn WITHOUT = new SignedIn(
            "Juno Wikman", "NURSE", "Sjuksköterskor dag", "SITHS", false, false, false, false, true, null, null);
    private static final SignedIn HEAD =
            new SignedIn("Disa Holmqvist", "NURSE", "Sjuksköterskor dag", "SITHS", true, false, false, true);
    private static final MeetingPolicy ASKED =
            new MeetingPolicy(TODAY.minusDays(40), false, new MeetingPolicy.Routine("Intranätet, Digitala möten", "3"));

    private SampleMeetingRights() {}

    static Map<String, Sample> all() {
        var pages = new LinkedHashMap<String, Sample>();
        pages.put("right-none", apply(null, null, false, Map.of()));
        pages.put("right-routine", apply(null, null, false, Map.of("routine", "missing")));
        pages.put("right-waiting", apply(State.SUBMITTED, temporary(true), true, Map.of()));
        pages.put("right-days-back", apply(null, temporary(true, "Utbildningen dröjer."), true, Map.of()));
        pages.put("right-new-routine", apply(State.GRANTED, null, false, Map.of()));
        pages.put("right-rejected", apply(State.REJECTED, null, true, Map.of()));
        pages.put("right-revoked", apply(State.REVOKED, null, true, Map.of()));
        pages.put("rights-waiting", list(false, "granted"));
        pages.put("rights-granted", list(true, null));
        pages.put(
                "rights-empty",
                administrator(
                        "decide-list", new DecideListPage(false, List.of(), List.of(), TODAY, false, null, null)));
        pages.put("rights-one", decide(State.SUBMITTED, List.of(), Map.of()));
        pages.put("rights-missing", decide(State.SUBMITTED, List.of(Kind.EMERGENCIES), Map.of("reason", "missing")));
        pages.put("rights-revoke", decide(State.GRANTED, List.of(), Map.of()));
        pages.put(
                "policy",
                administrator(
                        "policy", new PolicyPage(new PolicyPage.Form("", "", "", ""), 12, TODAY, false, Map.of())));
        pages.put(
                "policy-wrong",
                administrator(
                        "policy",
                        new PolicyPage(
                                new PolicyPage.Form("snart", "yes", "Intranätet", ""),
                                1,
                                TODAY,
                                false,
                                Map.of("from", "date", "version", "missing"))));
        pages.put("head-unit", new Sample(view("unit", unit()), HEAD));
        pages.put("hiding", hiding("Juno Wikman", false));
        pages.put("hiding-done", hiding("Skyddad uppgift", true));
        pages.put("some-days", new Sample(view("some-days", someDays(null, Map.of())), HEAD));
        pages.put(
                "some-days-wrong",
                new Sample(view("some-days", someDays(null, Map.of("lastDay", "seven", "reason", "missing"))), HEAD));
        pages.put(
                "days-back",
                new Sample(
                        view(
                                "days-back",
                                new DaysBackPage(
                                        "/enheten",
                                        "/enheten/tillfallig-ratt/0197",
                                        temporary(true),
                                        "",
                                        Map.of("reason", "missing"))),
                        HEAD));
        pages.put("some-days-had", new Sample(view("some-days", someDays("HAD_ALREADY", Map.of())), HEAD));
        return pages;
    }

    private static Sample apply(
            @Nullable State state, @Nullable Temporary temporary, boolean read, Map<String, String> errors) {
        var standing = new Applying.Standing(
                ASKED, TODAY, state == null ? null : application(state), temporary, training(), read);
        var notes = state == State.REVOKED
                ? List.of(new ApplyPage.Note("0197", SamplePages.NOW.minus(Duration.ofHours(3))))
                : List.<ApplyPage.Note>of();
        var page = new ApplyPage(
                "Sjuksköterska dag", "Sjuksköterskor dag", standing, notes, List.of("FALL", "WOUND"), errors);
        return new Sample(view("apply", page), WITHOUT);
    }

    private static Sample list(boolean granted, @Nullable String done) {
        var line = new Listed.Line(
                application(granted ? State.GRANTED : State.SUBMITTED),
                List.of(Kind.INFORMATION_SECURITY, Kind.EMERGENCIES));
        return administrator(
                "decide-list",
                new DecideListPage(
                        granted,
                        List.of(line),
                        granted ? List.of(temporary(true)) : List.of(),
                        TODAY,
                        true,
                        "/admin/ratt-till-moten?efter=0197",
                        done));
    }

    private static Sample decide(State state, List<Kind> missing, Map<String, String> errors) {
        return administrator(
                "decide", new DecidePage(application(state), training(), missing, TODAY, false, "", errors));
    }

    private static Sample administrator(String template, Object page) {
        return new Sample(view(template, page), SamplePages.ADMINISTRATOR);
    }

    private static ModelAndView view(String template, Object page) {
        return new ModelAndView("meetingrights/" + template, Map.of("page", page));
    }

    private static UnitPage unit() {
        return new UnitPage(
                "Sjuksköterskor dag",
                List.of(
                        new UnitOfTheHead.Line(staff("Juno Wikman"), training(), false),
                        new UnitOfTheHead.Line(staff(SamplePages.LONG_NAME), training(), true)),
                List.of(temporary(true), temporary(true, "Utbildningen dröjer."), temporary(false)),
                List.of("FALL", "WOUND", "DOSE_BAGS"),
                List.of("WOUND"),
                true,
                true,
                true,
                TODAY);
    }

    private static Sample hiding(String name, boolean hidden) {
        var page = new HidingPage("/enheten/0197/skydd", "/enheten", name, hidden);
        return new Sample(new ModelAndView("directory/hiding", Map.of("page", page)), HEAD);
    }

    private static SomeDaysPage someDays(@Nullable String refusal, Map<String, String> errors) {
        return new SomeDaysPage(
                "0197",
                "Juno Wikman",
                training(),
                refusal,
                TODAY,
                TODAY.plusDays(6),
                TODAY.plusDays(6).toString(),
                "",
                errors);
    }

    private static Application application(State state) {
        var then = SamplePages.NOW.minus(Duration.ofDays(2));
        boolean revoked = state == State.REVOKED;
        return new Application(
                new MeetingRightId(new UUID(0, 1)),
                StaffId.next(),
                "Juno Wikman",
                new CareProviderId(new UUID(0, 2)),
                new CareUnitId(new UUID(0, 3)),
                "Sjuksköterskor dag",
                CommissionId.next(),
                state,
                then,
                state == State.SUBMITTED ? null : then,
                state == State.REJECTED ? "Gå kursen i akuta lägen först." : null,
                revoked ? then : null,
                revoked ? "Utbildningen gällde någon annan." : null);
    }

    private static Temporary temporary(boolean holds) {
        return temporary(holds, null);
    }

    private static Temporary temporary(boolean holds, @Nullable String why) {
        LocalDate first = holds ? TODAY.minusDays(1) : TODAY.minusDays(40);
        return new Temporary(
                UUID.randomUUID(),
                StaffId.next(),
                "Juno Wikman",
                new CareUnitId(new UUID(0, 3)),
                first,
                first.plusDays(6),
                "Två är sjuka samtidigt.",
                "Disa Holmqvist",
                SamplePages.NOW,
                why);
    }

    private static List<Qualification> training() {
        return List.of(
                new Qualification(Kind.TECHNIQUE, null, TODAY.minusDays(99), TODAY.plusDays(99)),
                new Qualification(Kind.INFORMATION_SECURITY, TODAY.plusDays(9), null, null),
                new Qualification(Kind.EMERGENCIES, null, TODAY.minusDays(400), TODAY.minusDays(35)));
    }

    private static Staff staff(String name) {
        return new Staff(StaffId.next(), HsaId.of("TSTNMT2321000156-S13"), name, Profession.NURSE, true);
    }
}
