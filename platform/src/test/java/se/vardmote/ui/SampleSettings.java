package se.vardmote.ui;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.directory.leaving.Leaving;
import se.vardmote.directory.leaving.web.LeavingPage;
import se.vardmote.directory.readiness.Readiness;
import se.vardmote.directory.readiness.web.ReadinessPage;
import se.vardmote.directory.readiness.web.UnitReadinessPage;
import se.vardmote.directory.settings.Effect;
import se.vardmote.directory.settings.web.ChangesPage;
import se.vardmote.directory.settings.web.EffectPage;
import se.vardmote.directory.settings.web.ManyUnitsForm;
import se.vardmote.directory.settings.web.ManyUnitsPage;
import se.vardmote.directory.settings.web.OneSettingPage;
import se.vardmote.directory.settings.web.SettingLine;
import se.vardmote.directory.settings.web.SettingsPage;
import se.vardmote.directory.settings.web.ShownValue;
import se.vardmote.directory.settings.web.ValueField;
import se.vardmote.directory.stops.web.StopForm;
import se.vardmote.directory.stops.web.StopsPage;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.leaving.OpenMatter;
import se.vardmote.organisation.leaving.OpenMatters;
import se.vardmote.organisation.readiness.Lack;
import se.vardmote.organisation.settings.Kind;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.PhoneNumber;

/** What units decide, whether they are ready, planned stops, and closing a unit, in every state. */
final class SampleSettings {
    private static final String PROVIDER = "Vellinge kommun";
    private static final Kind<Integer> SECONDS = new Kind.Amount(Kind.Measure.SECONDS, 30, 3600);
    private static final Kind<Integer> URGENCY = new Kind.Amount(Kind.Measure.URGENCY, 1, 3);
    private static final Kind<String> LINES = new Kind.Lines(600, 4);
    private static final String ID = "0197e0b2-5a30-7cc0-8000-000000000001";
    private static final List<ValueField.Option> UNITS = List.of(new ValueField.Option(ID, "Sjuksköterskor dag"));

    private SampleSettings() {}

    static Map<String, ModelAndView> all() {
        var pages = new LinkedHashMap<String, ModelAndView>();
        settings(pages);
        many(pages);
        readiness(pages);
        stops(pages);
        leaving(pages);
        return pages;
    }

    private static void settings(Map<String, ModelAndView> pages) {
        var sections = List.of(
                new SettingsPage.Section(
                        "numbers",
                        List.of(line("numbers.duty-phone", null, new Kind.Telephone(), "+46406280401", "own", null))),
                new SettingsPage.Section(
                        "waiting",
                        List.of(
                                line("waiting.cover-after", null, SECONDS, "180", "product", null),
                                line("waiting.cover", null, new Kind.OtherUnit(), ID, "unit", SamplePages.LONG_NAME))),
                new SettingsPage.Section(
                        "reasons",
                        List.of(
                                line("offered", "reason.FALL", new Kind.YesOrNo(), "yes", "provider", null),
                                line("urgency", "reason.FALL", URGENCY, "1", "product", null))),
                new SettingsPage.Section(
                        "templates",
                        List.of(line(
                                "template.MEASURES",
                                "settings.any-reason",
                                LINES,
                                "Bedömning:\nÅtgärd:",
                                "own",
                                null))));
        pages.put("settings", page("settings", new SettingsPage(null, PROVIDER, true, sections, "many")));
        pages.put("settings-unit", page("settings", new SettingsPage(ID, "Rehab", true, sections, "kept")));
        pages.put("settings-head", page("settings", new SettingsPage(ID, "Rehab", false, sections, null)));
        one(pages, "amount", SECONDS, "waiting.cover-after", null, "29", Map.of("value", "setting-range"));
        one(pages, "urgency", URGENCY, "urgency", "reason.FALL", "1", Map.of());
        one(pages, "lines", LINES, "routine.fallback", null, "Ring.\nSkriv sedan.", Map.of("value", "too-long"));
        one(pages, "yes-or-no", new Kind.YesOrNo(), "pictures.saved", null, "no", Map.of());
        one(pages, "telephone", new Kind.Telephone(), "numbers.duty-phone", null, "", Map.of("value", "phone-invalid"));
        one(pages, "unit", new Kind.OtherUnit(), "waiting.cover", null, ID, Map.of());
        Kind<LocalTime> time = new Kind.TimeOfDay(LocalTime.MIDNIGHT, LocalTime.of(11, 59));
        one(pages, "time", time, "review.day-begins", null, "06:00", Map.of());
        var change =
                new OneSettingPage.Change(new ShownValue(SECONDS, "180", null), null, "Signe Wall", SamplePages.NOW);
        pages.put(
                "setting-changes",
                page(
                        "setting-changes",
                        new ChangesPage(
                                PROVIDER,
                                List.of(
                                        new ChangesPage.Line("Rehab", "waiting.cover-after", null, change),
                                        new ChangesPage.Line(null, null, null, change)),
                                ID)));
        pages.put("setting-changes-none", page("setting-changes", new ChangesPage(PROVIDER, List.of(), null)));
    }

    private static void one(
            Map<String, ModelAndView> pages,
            String name,
            Kind<?> kind,
            String label,
            @Nullable String subject,
            String typed,
            Map<String, String> errors) {
        String kept = kind instanceof Kind.Amount ? "1" : typed;
        var changes = List.of(new OneSettingPage.Change(
                null, new ShownValue(kind, kept, "Sjuksköterskor dag"), "Signe Wall", SamplePages.NOW));
        boolean own = !errors.isEmpty();
        pages.put(
                "setting-" + name,
                page(
                        "one-setting",
                        new OneSettingPage(
                                own ? ID : null,
                                own ? "Rehab" : PROVIDER,
                                line(label, subject, kind, kept, own ? "own" : "product", null),
                                new ValueField(kind, label, subject, typed, UNITS),
                                line(label, subject, kind, kept, "provider", null),
                                own ? changes : List.of(),
                                errors)));
    }

    private static void many(Map<String, ModelAndView> pages) {
        var choices = List.of(
                new ManyUnitsPage.Choice("waiting.cover-after", "waiting.cover-after", null),
                new ManyUnitsPage.Choice("urgency.FALL", "urgency", "reason.FALL"));
        var field = new ValueField(SECONDS, "waiting.cover-after", null, "29", List.of());
        var form = new ManyUnitsForm("waiting.cover-after", "29", "", List.of(ID), List.of(), "");
        pages.put("many-units", page("many-units", new ManyUnitsPage(choices, null, form, List.of(), Map.of())));
        pages.put(
                "many-units-wrong",
                page(
                        "many-units",
                        new ManyUnitsPage(
                                choices,
                                field,
                                form,
                                List.of(
                                        new ManyUnitsPage.Unit(ID, "Hemtjänst", 0, true),
                                        new ManyUnitsPage.Unit("2", SamplePages.LONG_NAME, 1, false)),
                                Map.of("value", "setting-range", "unit", "missing"))));
        var before = new ShownValue(SECONDS, "180", null);
        var after = new ShownValue(SECONDS, "120", null);
        var changing = List.of(
                new EffectPage.Line("Hemtjänst", Effect.What.CHANGES, before, after),
                new EffectPage.Line("Team söder", Effect.What.FOLLOWS, before, after));
        var staying = List.of(
                new EffectPage.Line("Team norr", Effect.What.KEEPS, before, before),
                new EffectPage.Line("Natt", Effect.What.ALREADY, after, after),
                new EffectPage.Line("Dag", Effect.What.SAME, after, after));
        pages.put(
                "effect",
                page("effect", new EffectPage(field, form, List.of(ID), changing, staying, false, "0123", true)));
        pages.put(
                "effect-nothing",
                page("effect", new EffectPage(field, form, List.of(ID), List.of(), staying, true, "0123", false)));
    }

    private static void readiness(Map<String, ModelAndView> pages) {
        var lacking = new Readiness.OfUnit(
                unit("Rehab"),
                List.of(
                        new Readiness.Missing("head", new Lack(unit("Rehab").id(), 1, "/admin/organisation/enheter/1")),
                        new Readiness.Missing("training", new Lack(unit("Rehab").id(), 12, "/admin/organisation"))));
        var ready = new Readiness.OfUnit(unit("Sjuksköterskor dag"), List.of());
        pages.put("readiness", page("readiness", new ReadinessPage(PROVIDER, List.of(lacking), List.of(ready))));
        pages.put("readiness-all", page("readiness", new ReadinessPage(PROVIDER, List.of(), List.of(ready))));
        pages.put("readiness-none", page("readiness", new ReadinessPage(PROVIDER, List.of(), List.of())));
        pages.put(
                "unit-readiness",
                page(
                        "unit-readiness",
                        new UnitReadinessPage(
                                lacking,
                                List.of("device", "duty-phone", "fallback", "licensed", "receiver", "staff"))));
        pages.put("unit-readiness-ready", page("unit-readiness", new UnitReadinessPage(ready, List.of("head"))));
    }

    private static void stops(Map<String, ModelAndView> pages) {
        var stop = new StopsPage.Stop(
                ID,
                "Videosamtal går inte att starta.",
                "Video calls cannot be started.",
                List.of("Rehab", SamplePages.LONG_NAME),
                SamplePages.NOW,
                SamplePages.NOW,
                SamplePages.NOW.plusSeconds(3600),
                true);
        var units = List.of(new StopsPage.Unit(ID, "Rehab"));
        var form = new StopForm("", "", "2026-05-12T22:00", "", "", List.of(ID));
        pages.put("stops", page("stops", new StopsPage(PROVIDER, List.of(stop), false, units, form, Map.of(), "kept")));
        pages.put(
                "stops-full", page("stops", new StopsPage(PROVIDER, List.of(stop), true, units, form, Map.of(), null)));
        pages.put(
                "stops-wrong",
                page(
                        "stops",
                        new StopsPage(
                                PROVIDER,
                                List.of(),
                                false,
                                units,
                                form,
                                Map.of("text", "missing", "ends", "before", "unit", "unknown-unit"),
                                null)));
    }

    private static void leaving(Map<String, ModelAndView> pages) {
        List<Leaving.Group> groups = List.of(
                group("meeting", OpenMatters.To.NOBODY, false, List.of()),
                group("duty", OpenMatters.To.PROFESSIONAL, false, List.of()),
                group("duty-to", OpenMatters.To.UNIT, true, List.of(matter("Hemtjänst Trelleborg – Rehab"))),
                group("head", OpenMatters.To.PERSON, true, List.of()),
                group("duty-from", OpenMatters.To.NOBODY, true, List.of()));
        pages.put("leaving-unit", leaving(true, groups, "close", "still-open", false));
        pages.put("leaving-unit-wrong", leaving(true, groups, "duty", "not-a-professional", false));
        pages.put("leaving-unit-nothing", leaving(true, List.of(), null, null, false));
        pages.put("leaving-unit-closed", leaving(true, List.of(), null, null, true));
        pages.put("leaving-person", leaving(false, groups.subList(1, 2), null, null, false));
        pages.put("leaving-person-nothing", leaving(false, List.of(), null, null, true));
    }

    private static ModelAndView leaving(
            boolean unit, List<Leaving.Group> groups, @Nullable String wrong, @Nullable String why, boolean closed) {
        return page(
                "leaving",
                new LeavingPage(
                        "/admin/organisation/enheter/1/stang",
                        "/admin/organisation/enheter/1",
                        unit ? "Rehab" : "Alva Brink",
                        unit,
                        LocalDate.of(2026, 5, 31),
                        groups,
                        List.of(new LeavingPage.Unit(ID, "Sjuksköterskor dag")),
                        wrong,
                        why,
                        closed));
    }

    private static Leaving.Group group(String word, OpenMatters.To to, boolean mayEnd, List<OpenMatter> others) {
        return new Leaving.Group(
                word, to, mayEnd, List.of(matter("Alva Brink"), matter(SamplePages.LONG_NAME)), others);
    }

    private static OpenMatter matter(String what) {
        return new OpenMatter(UUID.randomUUID(), CareProviderId.next(), null, null, null, what, SamplePages.NOW);
    }

    private static SettingLine line(
            String label, @Nullable String subject, Kind<?> kind, String text, String origin, @Nullable String from) {
        return new SettingLine(label, label, subject, new ShownValue(kind, text, "Sjuksköterskor dag"), origin, from);
    }

    private static CareUnit unit(String name) {
        return new CareUnit(
                new CareUnitId(UUID.fromString(ID)),
                CareProviderId.next(),
                name,
                HsaId.of("TSTNMT2321000156-U03"),
                new PhoneNumber("+46406280403"),
                null,
                null,
                null);
    }

    private static ModelAndView page(String template, Object page) {
        return new ModelAndView("directory/" + template, Map.of("page", page));
    }
}
