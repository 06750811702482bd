package se.vardmote.ui;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.signin.AccountSignIn;
import se.vardmote.access.web.CommissionPage;
import se.vardmote.access.web.PresentStaffPage;
import se.vardmote.access.web.SignInsPage;
import se.vardmote.access.web.WaysInPage;
import se.vardmote.directory.web.HidingPage;
import se.vardmote.ui.SamplePages.Sample;

/** The pages about being signed in. */
final class SampleSignIns {
    private SampleSignIns() {}

    static Map<String, Sample> all() {
        var pages = new LinkedHashMap<String, Sample>();
        pages.put("ways-in", new Sample(new WaysInPage(true, List.of()).view(), null));
        var vellinge = new AccountSignIn.Way("vellinge", "Vellinge kommun");
        var other = new AccountSignIn.Way("lång", SamplePages.LONG_NAME);
        pages.put("ways-in-account", new Sample(new WaysInPage(true, List.of(vellinge)).view(), null));
        pages.put("ways-in-accounts", new Sample(new WaysInPage(false, List.of(vellinge, other)).view(), null));
        var here = row("windows", "edge", "CARD", "Sjuksköterskor kväll/natt", 20, true);
        var there = row("ipad", "safari", "PROVIDER", SamplePages.LONG_NAME, 200, false);
        var unknown = row(null, null, "PROVIDER", "Vellinge kommun", 70, false);
        pages.put("sign-ins", new Sample(new SignInsPage(List.of(here, there, unknown)).view(), SamplePages.NURSE));
        pages.put("sign-ins-one", new Sample(new SignInsPage(List.of(here)).view(), SamplePages.ADMINISTRATOR));
        pages.put("hiding-own", hiding(false));
        pages.put("hiding-own-done", hiding(true));
        var noor = new CommissionPage.Role("1", "Sjuksköterska natt", "Sjuksköterskor kväll/natt", true);
        var day = new CommissionPage.Role("2", "Sjuksköterska dag", "Sjuksköterskor dag");
        var planner = new CommissionPage.Role("4", "", "Planering och omsorgskontakt", false, "PLANNER");
        var system = new CommissionPage.Role("3", "", "Vellinge kommun");
        pages.put(
                "switch",
                new Sample(new CommissionPage(List.of(noor, day, system, planner), true).view(), severalRoles()));
        pages.put("switch-one", new Sample(new CommissionPage(List.of(noor), true).view(), SamplePages.NURSE));
        pages.put(
                "start-social",
                new Sample(
                        new StartPage(null, List.of(), SamplePages.NUMBERS).view(),
                        SignedIn.assigned(
                                "Vera Almqvist", "PLANNER", "Planering och omsorgskontakt", "ACCOUNT", true)));
        pages.put("present-staff", new Sample(present(true).view(), SamplePages.ADMINISTRATOR));
        pages.put(
                "present-staff-empty",
                new Sample(
                        new PresentStaffPage("Vellinge kommun", List.of(), false).view(), SamplePages.ADMINISTRATOR));
        return pages;
    }

    private static Sample hiding(boolean hidden) {
        var page = new HidingPage("/skyddad-identitet", "/inloggningar", null, hidden);
        return new Sample(new ModelAndView("directory/hiding", Map.of("page", page)), SamplePages.NURSE);
    }

    private static SignedIn severalRoles() {
        return new SignedIn("Noor Sandgren", "NURSE", "Sjuksköterskor kväll/natt", "SITHS", true, false, true, false);
    }

    private static PresentStaffPage present(boolean ended) {
        var now = SamplePages.NOW;
        return new PresentStaffPage(
                "Vellinge kommun",
                List.of(
                        new PresentStaffPage.Row("1", "Signe Wall", "ADMINISTRATOR", 1, now, true),
                        new PresentStaffPage.Row(
                                "2", "Noor Sandgren", "NURSE", 2, now.minus(Duration.ofMinutes(12)), false)),
                ended);
    }

    private static SignInsPage.Row row(
            @org.jspecify.annotations.Nullable String system,
            @org.jspecify.annotations.Nullable String browser,
            String way,
            String place,
            int minutes,
            boolean here) {
        var since = SamplePages.NOW.minus(Duration.ofMinutes(minutes));
        var seen = here ? SamplePages.NOW : since.plus(Duration.ofMinutes(3));
        return new SignInsPage.Row("id" + minutes, browser, system, way, place, since, seen, here);
    }
}
