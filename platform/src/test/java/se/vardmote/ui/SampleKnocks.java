package se.vardmote.ui;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.assessment.StaffRole;
import se.vardmote.assessment.web.KnockForm;
import se.vardmote.assessment.web.KnockPage;
import se.vardmote.assessment.web.KnockPage.Colleague;
import se.vardmote.vocabulary.CallReason;

/** The knock form in every state. */
final class SampleKnocks {
    private static final String KNOCK = "0197c0de-0000-7000-8000-000000000001";
    private static final List<Colleague> COLLEAGUES = List.of(
            new Colleague("noor", "Noor Sandgren", "NURSE", true),
            new Colleague("alva", "Alva Brink", "PHYSIOTHERAPIST", false));
    private static final List<String> REASONS =
            Arrays.stream(CallReason.values()).map(Enum::name).toList();

    private static final List<KnockPage.UnitNumber> NUMBERS =
            List.of(new KnockPage.UnitNumber("Sjuksköterskor kväll/natt", "+46406280401"));

    private SampleKnocks() {}

    static Map<String, ModelAndView> all() {
        var filled = form("Tolvan Tolvansson", "personal", "19121212-1212", "");
        var unknown = form(SamplePages.LONG_NAME, "unknown", "", "Kan inte svara, ingen legitimation i hemmet");
        var reserve = form("Tolvan Tolvansson", "reserve", "99198100001", "");
        var wrong = Map.of("reason", "missing", "identityNumber", "identity-check-digit", "spokenWith", "missing");
        return Map.of(
                "knock",
                page(KnockForm.empty(KNOCK), Map.of(), false),
                "knock-by-code",
                byCode(),
                "knock-restored",
                page(filled, Map.of(), true),
                "knock-unknown",
                page(unknown, Map.of("unknownWhy", "unknown-why-too-long"), false),
                "knock-reserve",
                page(reserve, Map.of("reserveRegion", "missing", "reserveNumber", "reserve-form"), false),
                "knock-choice",
                choice(
                        "missing",
                        new KnockPage.Choice("PHYSIOTHERAPIST", "Rehab"),
                        new KnockPage.Choice("ANYBODY", "Sjuksköterskor kväll/natt")),
                "knock-only",
                choice("closed", new KnockPage.Choice("PHYSIOTHERAPIST", "Rehab")),
                "knock-nobody",
                nobody(
                        new KnockPage.Nobody(
                                Instant.parse("2026-05-13T04:00:00Z"),
                                true,
                                "Ring 040-628 04 01 och följ pärmen på kontoret."),
                        NUMBERS),
                "knock-nobody-ever",
                nobody(new KnockPage.Nobody(null, false, ""), List.of()),
                "knock-wrong",
                page(
                        new KnockForm(
                                KNOCK,
                                "Kim Ekdal",
                                "",
                                "",
                                "Tolvan",
                                "personal",
                                "191212121213",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                ""),
                        wrong,
                        false));
    }

    private static ModelAndView page(KnockForm form, Map<String, String> errors, boolean restored) {
        return new KnockPage(
                        "Hemtjänst natt",
                        "iPad 07",
                        NUMBERS,
                        List.of(),
                        null,
                        form,
                        REASONS,
                        COLLEAGUES,
                        StaffRole.LICENSED,
                        errors,
                        restored)
                .view();
    }

    private static ModelAndView choice(String refused, KnockPage.Choice... choices) {
        var rehab = new KnockPage.UnitNumber("Rehab", "+46406280403");
        return new KnockPage(
                        "Hemtjänst natt",
                        "iPad 07",
                        List.of(NUMBERS.getFirst(), rehab),
                        List.of(choices),
                        null,
                        KnockForm.empty(KNOCK),
                        REASONS,
                        COLLEAGUES,
                        StaffRole.LICENSED,
                        Map.of("wanted", refused),
                        false)
                .view();
    }

    private static ModelAndView nobody(KnockPage.Nobody nobody, List<KnockPage.UnitNumber> numbers) {
        return new KnockPage(
                        "Hemtjänst natt",
                        "iPad 07",
                        numbers,
                        List.of(),
                        nobody,
                        KnockForm.empty(KNOCK),
                        REASONS,
                        List.of(),
                        StaffRole.LICENSED,
                        Map.of(),
                        nobody.kept())
                .view();
    }

    private static ModelAndView byCode() {
        return new KnockPage(
                        null,
                        null,
                        NUMBERS,
                        List.of(),
                        null,
                        KnockForm.empty(KNOCK),
                        REASONS,
                        List.of(),
                        StaffRole.LICENSED,
                        Map.of(),
                        false)
                .view();
    }

    private static KnockForm form(String patient, String kind, String number, String why) {
        boolean reserve = kind.equals("reserve");
        return new KnockForm(
                KNOCK,
                "Kim Ekdal",
                "070-174 06 05",
                "DISTRICT_NURSE",
                patient,
                kind,
                reserve ? "" : number,
                "",
                reserve ? number : "",
                why,
                "FALL",
                "",
                "other",
                "Alva Brink",
                "");
    }
}
