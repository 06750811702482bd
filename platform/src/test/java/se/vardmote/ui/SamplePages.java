package se.vardmote.ui;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.web.CommissionPage;
import se.vardmote.access.web.GuestCodePage;
import se.vardmote.access.web.GuestLinkPage;
import se.vardmote.access.web.GuestPage;
import se.vardmote.access.web.PairingPage;
import se.vardmote.access.web.SignInRefusedPage;
import se.vardmote.assessment.web.CodePage;
import se.vardmote.meetings.web.CallPage;
import se.vardmote.statistics.web.HomeVisitPage;

/** Every page in every state, filled with the fictional cast. */
final class SamplePages {
    static final Instant NOW = Instant.parse("2026-05-12T12:26:00Z");
    static final SignedIn NURSE =
            new SignedIn("Noor Sandgren", "NURSE", "Sjuksköterskor kväll/natt", "SITHS", true, false);
    static final SignedIn ADMINISTRATOR =
            new SignedIn("Signe Wall", "ADMINISTRATOR", "Vellinge kommun", "SITHS", false, true);
    static final String LONG_NAME =
            "Wolfeschlegelsteinhausenbergerdorff-Åkerström af Ugglas 🌷 محمد بن عبد الله von und zu Hohenstaufen";

    /** A page and who reads it. */
    record Sample(ModelAndView view, @Nullable SignedIn reader) {}

    private static final GoodbyePage.Question ASKED =
            new GoodbyePage.Question.Asked("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    static final List<StartPage.UnitNumber> NUMBERS = List.of(
            new StartPage.UnitNumber("Sjuksköterskor kväll/natt", "+46406280401"),
            new StartPage.UnitNumber("Rehabenheten", "+46406280402"));

    private SamplePages() {}

    static Map<String, Sample> all() {
        var pages = new LinkedHashMap<String, Sample>();
        start(pages);
        SampleKnocks.all().forEach((name, view) -> pages.put(name, new Sample(view, null)));
        code(pages);
        SamplePlans.ofAnybody().forEach((name, view) -> pages.put(name, new Sample(view, null)));
        SamplePlans.ofTheProfessional().forEach((name, view) -> pages.put(name, new Sample(view, NURSE)));
        SampleDays.all().forEach((name, view) -> pages.put(name, new Sample(view, NURSE)));
        call(pages);
        SampleNotes.all().forEach((name, view) -> pages.put(name, new Sample(view, NURSE)));
        SampleHistory.all().forEach((name, view) -> pages.put(name, new Sample(view, NURSE)));
        SampleGrounds.all().forEach((name, view) -> pages.put(name, new Sample(view, NURSE)));
        SampleHistory.ofTheAdministrator().forEach((name, view) -> pages.put(name, new Sample(view, ADMINISTRATOR)));
        SampleDevices.all().forEach((name, view) -> pages.put(name, new Sample(view, ADMINISTRATOR)));
        SampleDirectory.all().forEach((name, view) -> pages.put(name, new Sample(view, ADMINISTRATOR)));
        SampleSettings.all().forEach((name, view) -> pages.put(name, new Sample(view, ADMINISTRATOR)));
        SampleDutyTables.all().forEach((name, view) -> pages.put(name, new Sample(view, ADMINISTRATOR)));
        SampleDisturbances.all().forEach((name, view) -> pages.put(name, new Sample(view, ADMINISTRATOR)));
        SampleAccessLog.all().forEach((name, view) -> pages.put(name, new Sample(view, SampleAccessLog.HEAD)));
        pages.put("home-visit", new Sample(new HomeVisitPage("0197", true, false).view(), NURSE));
        pages.put("home-visit-answered", new Sample(new HomeVisitPage("0197", false, true).view(), NURSE));
        pages.put("home-visit-closed", new Sample(new HomeVisitPage("0197", false, false).view(), NURSE));
        SampleSignIns.all().forEach(pages::put);
        SampleMeetingRights.all().forEach(pages::put);
        guests(pages);
        pairing(pages);
        refusals(pages);
        return pages;
    }

    private static void start(Map<String, Sample> pages) {
        var device = new StartPage.Device("Hemtjänst Höllviken", "iPad 07", true);
        var fresh = new StartPage.Device("Hemtjänst Höllviken", "iPad 07", false);
        var planned = List.of(new StartPage.Planned(
                Instant.parse("2026-05-12T12:30:00Z"), "Alva Brink", "PHYSIOTHERAPIST", "A37", "/bedomningssamtal"));
        anyone(pages, "start", new StartPage(null, List.of(), NUMBERS).view());
        anyone(pages, "start-device", new StartPage(device, planned, List.of()).view());
        anyone(pages, "start-device-planned", new StartPage(device, planned, List.of(), true).view());
        anyone(pages, "start-device-empty", new StartPage(fresh, List.of(), List.of()).view());
        pages.put("start-signed-in", new Sample(new StartPage(null, List.of(), List.of()).view(), NURSE));
        anyone(pages, "summons", new SummonsPage(NUMBERS).view());
        anyone(pages, "summons-empty", new SummonsPage(List.of()).view());
    }

    private static void code(Map<String, Sample> pages) {
        var numbers = NUMBERS.stream()
                .map(number -> new CodePage.UnitNumber(number.unit(), number.phone()))
                .toList();
        anyone(pages, "code", new CodePage("", null, numbers).view());
        anyone(pages, "code-wrong", new CodePage("K7F3Q0", "code-wrong", List.of()).view());
        anyone(pages, "code-locked", new CodePage("K7F3Q0", "code-locked", numbers).view());
    }

    private static void call(Map<String, Sample> pages) {
        var people = List.of(
                new CallPage.Person("Kim Ekdal", "CARE_WORKER", null, "VOUCHED_FOR", "+46701740605"),
                new CallPage.Person("Tolvan Tolvansson", "PATIENT", null, "NOT_IDENTIFIED", null),
                new CallPage.Person("Noor Sandgren", "PROFESSIONAL", "NURSE", "SITHS", null));
        anyone(pages, "call", callOf(CallPage.Role.CARE_WORKER, people));
        pages.put(
                "protected-identity",
                new Sample(new IdentityPage("Tolvan Tolvansson", "19121212-1212", "/min-dag").view(), NURSE));
        pages.put("call-professional", new Sample(callOf(CallPage.Role.PROFESSIONAL, people), NURSE));
    }

    private static ModelAndView callOf(CallPage.Role role, List<CallPage.Person> people) {
        boolean worker = role == CallPage.Role.CARE_WORKER;
        return new CallPage(
                        role,
                        worker ? "/samtal/biljett" : "/samtal/0197/biljett",
                        "/hej-da",
                        worker ? "/" : "/min-dag",
                        "Sjuksköterskor kväll/natt",
                        "+46406280401",
                        "FALL",
                        NOW,
                        people)
                .view();
    }

    private static void guests(Map<String, Sample> pages) {
        anyone(pages, "guest-link", new GuestLinkPage(NOW, "AAAAAAAAAAAAAAAAAAAAAA").view());
        anyone(pages, "guest-link-dead", new GuestLinkPage(null, "").view());
        anyone(pages, "guest", new GuestPage(NOW, null, false, true, true, "SMS", true, null).view());
        anyone(
                pages,
                "guest-early",
                new GuestPage(NOW, NOW.plusSeconds(600), false, true, true, null, true, null).view());
        anyone(pages, "guest-no-way", new GuestPage(NOW, null, true, false, false, null, false, null).view());
        GuestPage.REASONS.forEach(why ->
                anyone(pages, "guest-" + why, new GuestPage(NOW, null, true, true, true, "MAIL", true, why).view()));
        for (String sends : List.of("SMS", "MAIL"))
            anyone(pages, "guest-code-" + sends, new GuestCodePage(sends, null, null).view());
        for (String error : List.of("missing", "wrong", "locked", "none"))
            anyone(pages, "guest-code-" + error, new GuestCodePage("SMS", error, null).view());
        anyone(pages, "guest-code-too-many", new GuestCodePage(null, null, NOW.plusSeconds(900)).view());
    }

    private static void pairing(Map<String, Sample> pages) {
        anyone(pages, "pairing", PairingPage.typeTheCode().view());
        anyone(pages, "pairing-wrong", PairingPage.refused("AB12", "code-wrong").view());
        anyone(
                pages,
                "pairing-words",
                PairingPage.compare("iPad 07", List.of("havre", "kompass", "lykta"))
                        .view());
    }

    private static void refusals(Map<String, Sample> pages) {
        SignInRefusedPage.REASONS.forEach(why -> anyone(
                pages,
                "sign-in-" + why,
                new SignInRefusedPage(why, why.equals("cancelled") || why.equals("failed")).view()));
        anyone(
                pages,
                "commission",
                new CommissionPage(List.of(
                                new CommissionPage.Role("1", "Sjuksköterska natt", "Sjuksköterskor kväll/natt"),
                                new CommissionPage.Role("2", "", "Vellinge kommun")))
                        .view());
        GoodbyePage.REASONS.forEach(why -> {
            var worker = new GoodbyePage(why, false, "Sjuksköterskor kväll/natt", "+46406280401", ASKED);
            anyone(pages, "goodbye-" + why, worker.view());
            pages.put(
                    "goodbye-professional-" + why,
                    new Sample(
                            new GoodbyePage(why, true, null, null, new GoodbyePage.Question.NotAsked()).view(), NURSE));
        });
        anyone(
                pages,
                "goodbye-thanked",
                new GoodbyePage("ended", false, null, null, new GoodbyePage.Question.Answered()).view());
        ProblemPages.KEYS.forEach(key -> anyone(
                pages, "problem-" + key, new ProblemPage(key, HttpStatus.NOT_FOUND.value(), null, Map.of()).view()));
        anyone(pages, "problem-with-correlation", new ProblemPage("unexpected", 500, "7Q4-KD2", Map.of()).view());
    }

    private static void anyone(Map<String, Sample> pages, String name, ModelAndView view) {
        pages.put(name, new Sample(view, null));
    }
}
