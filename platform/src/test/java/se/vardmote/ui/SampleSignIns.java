package se.vardmote.ui;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.vardmote.access.web.CommissionPage;
import se.vardmote.access.web.PresentStaffPage;
import se.vardmote.access.web.SignInsPage;
import se.vardmote.access.web.WaysInPage;
import se.vardmote.ui.SamplePages.Sample;

/** The pages about being signed in. */
final class SampleSignIns {
    private SampleSignIns() {}

    static Map<String, Sample> all() {
        var pages = new LinkedHashMap<String, Sample>();
        pages.put("ways-in", new Sample(new WaysInPage().view(), null));
        var here = row("windows", "edge", "CARD", "Sjuksköterskor kväll/natt", 20, true);
        var there = row("ipad", "safari", "PROVIDER", SamplePages.LONG_NAME, 200, false);
        var unknown = row(null, null, "PROVIDER", "Vellinge kommun", 70, false);
        pages.put("sign-ins", new Sample(new SignInsPage(List.of(here, there, unknown)).view(), SamplePages.NURSE));
        pages.put("sign-ins-one", new Sample(new SignInsPage(List.of(here)).view(), SamplePages.ADMINISTRATOR));
        var noor = new CommissionPage.Role("1", "Sjuksköterska natt", "Sjuksköterskor kväll/natt", true);
        var other = new CommissionPage.Role("2", "Sjuksköterska dag", "Sjuksköterskor dag");
        var system = new CommissionPage.Role("3", "", "Vellinge kommun");
        pages.put("switch", new Sample(new CommissionPage(List.of(noor, other, system), true).view(), severalRoles()));
        pages.put("switch-one", new Sample(new CommissionPage(List.of(noor), true).view(), SamplePages.NURSE));
        pages.put("present-staff", new Sample(present(true).view(), SamplePages.ADMINISTRATOR));
        pages.put(
                "present-staff-empty",
                new Sample(
                        new PresentStaffPage("Vellinge kommun", List.of(), false).view(), SamplePages.ADMINISTRATOR));
        return pages;
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
