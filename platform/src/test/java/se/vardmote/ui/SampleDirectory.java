package se.vardmote.ui;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.directory.imports.Kind;
import se.vardmote.directory.imports.Report;
import se.vardmote.directory.web.AccountForm;
import se.vardmote.directory.web.AccountFormPage;
import se.vardmote.directory.web.EngagementForm;
import se.vardmote.directory.web.EngagementFormPage;
import se.vardmote.directory.web.ImportPage;
import se.vardmote.directory.web.OverviewPage;
import se.vardmote.directory.web.PeoplePage;
import se.vardmote.directory.web.PersonForm;
import se.vardmote.directory.web.PersonFormPage;
import se.vardmote.directory.web.PersonPage;
import se.vardmote.directory.web.QualificationForm;
import se.vardmote.directory.web.QualificationFormPage;
import se.vardmote.directory.web.ReportPage;
import se.vardmote.directory.web.UnitForm;
import se.vardmote.directory.web.UnitFormPage;
import se.vardmote.directory.web.UnitPage;
import se.vardmote.directory.web.UnitsPage;
import se.vardmote.organisation.CareProvider;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.qualifications.Qualification;
import se.vardmote.organisation.register.Accounts.Account;
import se.vardmote.organisation.register.Engagement;
import se.vardmote.organisation.register.Overview;
import se.vardmote.organisation.register.PersonLine;
import se.vardmote.organisation.register.UnitLine;
import se.vardmote.organisation.register.Units;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.PhoneNumber;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** The administrator's directory in every state. */
final class SampleDirectory {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 12);
    private static final String PROVIDER = "Vellinge kommun";
    private static final CareUnitId UNIT = CareUnitId.next();
    private static final StaffId PERSON = StaffId.next();

    private SampleDirectory() {}

    static Map<String, ModelAndView> all() {
        var pages = new LinkedHashMap<String, ModelAndView>();
        overview(pages);
        units(pages);
        people(pages);
        forms(pages);
        imports(pages);
        return pages;
    }

    private static void overview(Map<String, ModelAndView> pages) {
        var provider = new CareProvider(
                CareProviderId.next(), PROVIDER, HsaId.of("TSTNMT2321000156-P02"), CareProvider.Kind.PRIVATE, false);
        var filled = new Overview(
                10,
                9,
                8,
                38,
                List.of(new Overview.Unit(UNIT.value(), "Rehab")),
                List.of(new Overview.Ending(PERSON.value(), "Alva Brink", "Rehab", TODAY.plusDays(9))));
        pages.put("org", page("overview", new OverviewPage(provider, filled)));
        pages.put(
                "org-empty",
                page("overview", new OverviewPage(provider, new Overview(0, 0, 0, 0, List.of(), List.of()))));
    }

    private static void units(Map<String, ModelAndView> pages) {
        var lines = List.of(
                line("Sjuksköterskor dag", 0, null, "Disa Holmqvist", null),
                line("Rehab", 1, "Sjuksköterskor dag", "Skyddad uppgift", null),
                line("Hjälpmedel " + SamplePages.LONG_NAME, 2, "Rehab", null, TODAY.minusDays(1)));
        pages.put("org-units", page("units", new UnitsPage(PROVIDER, "", lines, 160, 2, 4, TODAY, null)));
        pages.put("org-units-found", page("units", new UnitsPage(PROVIDER, "re & hab", lines, 3, 1, 1, TODAY, "kept")));
        pages.put("org-units-none", page("units", new UnitsPage(PROVIDER, "x", List.of(), 0, 1, 1, TODAY, null)));
        pages.put("org-units-empty", page("units", new UnitsPage(PROVIDER, "", List.of(), 0, 1, 1, TODAY, null)));
        var head = new Units.Head(PERSON, HsaId.of("TSTNMT2321000156-S02"), "Disa Holmqvist");
        var staff = IntStream.range(0, 3)
                .mapToObj(n -> beside(Units.Beside.Kind.STAFF, "Noor Sandgren", "NURSE"))
                .toList();
        var below = List.of(beside(Units.Beside.Kind.BELOW, "Hjälpmedel", "TSTNMT2321000156-U04"));
        var devices = List.of(beside(Units.Beside.Kind.DEVICE, "iPad 07", "Höllviken"));
        pages.put(
                "org-unit",
                page(
                        "unit",
                        new UnitPage(unit(null), "Sjuksköterskor dag", head, below, staff, devices, null, "added")));
        pages.put(
                "org-unit-empty",
                page(
                        "unit",
                        new UnitPage(
                                unit(TODAY.minusDays(1)),
                                null,
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                "closed",
                                null)));
    }

    private static void people(Map<String, ModelAndView> pages) {
        var lines = List.of(
                person("Noor Sandgren", true, "Sjuksköterskor kväll och natt"),
                person("Skyddad uppgift", true, null),
                person(SamplePages.LONG_NAME, false, "Rehab, Sjuksköterskor dag"));
        var rehab = new PeoplePage.Unit(UNIT.toString(), "Rehab");
        pages.put("org-people", page("people", new PeoplePage(PROVIDER, null, "", lines, PERSON.toString(), true)));
        pages.put("org-people-unit", page("people", new PeoplePage(PROVIDER, rehab, "", lines, null, true)));
        pages.put(
                "org-people-found",
                page("people", new PeoplePage(PROVIDER, null, "noor sa", lines, PERSON.toString(), true)));
        pages.put("org-people-none", page("people", new PeoplePage(PROVIDER, null, "zz", List.of(), null, true)));
        pages.put("org-people-empty", page("people", new PeoplePage(PROVIDER, null, "", List.of(), null, true)));
        pages.put("org-person", page("person", one("Noor Sandgren", null, null, false, engagements(), "kept")));
        pages.put("org-person-empty", page("person", one("Ellis Frid", null, null, false, List.of(), null)));
        pages.put("org-person-other", page("person", one("Lo Stråle", null, "Region Skåne", false, List.of(), null)));
        pages.put(
                "org-account",
                page(
                        "account-form",
                        new AccountFormPage(
                                PERSON.toString(),
                                "Noor Sandgren",
                                true,
                                new AccountForm("4101", "yes"),
                                Map.of("account", "taken"))));
        pages.put("org-person-self", page("person", one("Signe Wall", null, null, true, engagements(), null)));
        for (String protection : List.of("kept", "asked", "to-confirm"))
            pages.put(
                    "org-person-" + protection,
                    page("person", one("Skyddad uppgift", protection, null, false, engagements(), "same-person")));
    }

    private static void forms(Map<String, ModelAndView> pages) {
        var suggestions = List.of("Rehab", "Sjuksköterskor dag");
        var unit = new UnitForm("Rehab", "TSTNMT2321000156-U03", "040-628 04 03", "Okänd", "", "2026-31-31", "");
        pages.put("org-unit-form", page("unit-form", new UnitFormPage(null, unit, suggestions, Map.of())));
        var wrong = Map.of("name", "missing", "parent", "unknown-unit", "validTo", "date", "head", "yourself");
        pages.put(
                "org-unit-form-wrong", page("unit-form", new UnitFormPage(UNIT.toString(), unit, suggestions, wrong)));
        var professions = List.of("NURSE", "ASSISTANT_NURSE");
        var person = new PersonForm("Noor Sandgren", "TSTNMT2321000156-S01", "NURSE", "yes", "12a", "");
        pages.put("org-person-form", page("person-form", new PersonFormPage(null, person, professions, Map.of())));
        pages.put(
                "org-person-form-wrong",
                page(
                        "person-form",
                        new PersonFormPage(
                                PERSON.toString(),
                                person,
                                professions,
                                Map.of(
                                        "licensed",
                                        "no-such-licence",
                                        "licenceNumber",
                                        "digits",
                                        "profession",
                                        "missing"))));
        pages.put(
                "org-training",
                page(
                        "qualification-form",
                        new QualificationFormPage(
                                PERSON.toString(),
                                "Alva Brink",
                                "TECHNIQUE",
                                new QualificationForm("", "2026-05-12", "2026-05-01"),
                                Map.of("expiresOn", "before"))));
        for (String kind : List.of("COMMISSION", "ASSIGNMENT")) {
            var form = new EngagementForm(kind, "Rehab", "Fysioterapeut dag", "", "2026-05-12", "2026-05-01");
            boolean commission = kind.equals("COMMISSION");
            pages.put(
                    "org-work-" + kind.toLowerCase(Locale.ROOT),
                    page(
                            "engagement-form",
                            new EngagementFormPage(
                                    PERSON.toString(),
                                    "Alva Brink",
                                    commission ? null : UNIT.toString(),
                                    form,
                                    commission ? List.of("Vård och behandling") : List.of("PLANNER", "HOME_CARE"),
                                    suggestions,
                                    Map.of("what", "missing", "validTo", "before"))));
        }
    }

    private static void imports(Map<String, ModelAndView> pages) {
        pages.put("org-import", page("import", new ImportPage(Kind.UNITS, null, 12)));
        pages.put("org-import-wrong", page("import", new ImportPage(Kind.STAFF, "missing", null)));
        var refused = List.of(
                new Report.Refused(4, "HSA-id", "hsa-id-invalid"),
                new Report.Refused(17, "Legitimation", "no-such-licence"),
                new Report.Refused(230, "Telefon", "phone-invalid"));
        var some = new Report(Kind.STAFF, 12, 3, 105, refused, "0123", null, "");
        pages.put("org-import-report", page("import-report", new ReportPage("1", some, refused, 40, true)));
        var none = new Report(Kind.STAFF, 0, 0, 105, List.of(), "0123", null, "");
        pages.put("org-import-nothing", page("import-report", new ReportPage("1", none, List.of(), 0, false)));
        var problem = new Report(Kind.STAFF, 0, 0, 0, List.of(), "", "missing-column", "Yrke");
        pages.put("org-import-problem", page("import-report", new ReportPage("1", problem, List.of(), 0, false)));
    }

    private static List<Engagement> engagements() {
        return List.of(
                new Engagement(UNIT.value(), Engagement.Kind.HEAD, UNIT, "Rehab", "", "", null, null),
                work(Engagement.Kind.COMMISSION, "Fysioterapeut dag", "Vård och behandling", TODAY.minusDays(99), null),
                work(Engagement.Kind.ASSIGNMENT, "", "PLANNER", TODAY.plusDays(9), null),
                work(
                        Engagement.Kind.COMMISSION,
                        "Vikariat",
                        "Administration",
                        TODAY.minusDays(99),
                        TODAY.minusDays(9)));
    }

    private static Engagement work(
            Engagement.Kind kind, String name, String what, LocalDate from, @Nullable LocalDate to) {
        return new Engagement(CareUnitId.next().value(), kind, UNIT, "Rehab", name, what, from, to);
    }

    private static PersonPage one(
            String name,
            @Nullable String protection,
            @Nullable String keeper,
            boolean oneself,
            List<Engagement> engagements,
            @Nullable String notice) {
        return new PersonPage(
                PERSON.toString(),
                name,
                "kept".equals(protection),
                "TSTNMT2321000156-S01",
                "NURSE",
                true,
                keeper == null ? "123456" : null,
                keeper,
                oneself,
                protection == null
                        ? null
                        : new PersonPage.Protection(
                                protection,
                                protection.equals("kept") ? "" : "Skatteverkets beslut har upphört.",
                                protection.equals("kept") ? null : SamplePages.NOW.plus(Duration.ofDays(6))),
                new PersonPage.Why("", "kept".equals(protection) ? Map.of("why", "missing") : Map.of()),
                oneself ? Account.NONE : new Account("4101", protection != null),
                engagements,
                training(),
                TODAY,
                notice);
    }

    private static List<Qualification> training() {
        return List.of(
                new Qualification(Qualification.Kind.TECHNIQUE, null, TODAY.minusDays(99), TODAY.plusDays(99)),
                new Qualification(Qualification.Kind.INFORMATION_SECURITY, TODAY.plusDays(9), null, null),
                new Qualification(
                        Qualification.Kind.EMERGENCIES, TODAY.plusDays(2), TODAY.minusDays(400), TODAY.minusDays(35)));
    }

    private static PersonLine person(String name, boolean licensed, @Nullable String units) {
        return new PersonLine(
                StaffId.next(), HsaId.of("TSTNMT2321000156-S01"), name, Profession.NURSE, licensed, units);
    }

    private static Units.Beside beside(Units.Beside.Kind kind, String name, String detail) {
        return new Units.Beside(kind, StaffId.next().toString(), name, detail);
    }

    private static UnitLine line(
            String name, int depth, @Nullable String parent, @Nullable String head, @Nullable LocalDate to) {
        return new UnitLine(
                CareUnitId.next(), name, HsaId.of("TSTNMT2321000156-U03"), depth, parent, head, 12, 2, null, to);
    }

    private static CareUnit unit(@Nullable LocalDate to) {
        return new CareUnit(
                UNIT,
                CareProviderId.next(),
                "Rehab",
                HsaId.of("TSTNMT2321000156-U03"),
                new PhoneNumber("+46406280403"),
                CareUnitId.next(),
                LocalDate.of(2024, 1, 1),
                to);
    }

    private static ModelAndView page(String template, Object page) {
        return new ModelAndView("directory/" + template, Map.of("page", page));
    }
}
