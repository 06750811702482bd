package se.vardmote.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.assessment.planned.web.AwaitedPage;
import se.vardmote.assessment.web.AcuteList;
import se.vardmote.assessment.web.DayPage;
import se.vardmote.assessment.web.DayPage.State;
import se.vardmote.assessment.web.GapLine;
import se.vardmote.assessment.web.MyCalls;
import se.vardmote.assessment.web.WaitingList;
import se.vardmote.assessment.web.WaitingRow;
import se.vardmote.assessment.web.WaitingRow.Judgement;
import se.vardmote.retention.UndocumentedWarning;

/** "Min dag" in every state. */
final class SampleDays {
    private static final Instant NOW = SamplePages.NOW;

    private SampleDays() {}

    static Map<String, ModelAndView> all() {
        var none = Judgement.NONE;
        var notTicked = new Judgement("slapp-in", "", "", "", "", Map.of("informed", "missing"));
        var noWhy = new Judgement("slapp-in", "could-not", "", "", "", Map.of("informedWhy", "missing"));
        var noReason = new Judgement(
                "hembesok", "", "", "", "Jag kommer 15.00", Map.of("reasonCode", "missing", "message", "missing"));
        var days = new LinkedHashMap<String, ModelAndView>();
        days.put("day", day(true, list(true, fall(none), doseBags()), null, true, new Extra("taken", "Alva Brink")));
        days.put("day-empty", day(true, list(true), null, false, Extra.NONE));
        days.put("day-off-duty", day(false, list(false), null, false, Extra.NONE));
        days.put("day-code", day(true, list(true, doseBags()), code(), true, Extra.NONE));
        days.put("day-not-ticked", day(true, list(true, fall(notTicked)), null, true, Extra.NONE));
        days.put("day-could-not", day(true, list(true, fall(noWhy), unknown()), null, true, Extra.NONE));
        days.put("day-home-visit", day(true, list(true, fall(noReason)), null, true, Extra.NONE));
        days.put("day-failed", day(true, failed(), null, true, Extra.NONE));
        days.put("day-notices", day(true, list(true), null, false, new Extra("refused", "")));
        days.put("my-calls-fragment", calls().view());
        days.put(
                "waiting-fragment",
                list(true, fall(none), doseBags(), unknown()).view());
        return days;
    }

    private record Extra(@Nullable String notice, String name) {
        static final Extra NONE = new Extra(null, "");
    }

    private static ModelAndView day(
            boolean onDuty, WaitingList waiting, DayPage.@Nullable DropInCode code, boolean full, Extra extra) {
        return new DayPage(
                        "Sjuksköterskor kväll/natt",
                        onDuty,
                        60,
                        full ? List.of("Alva Brink") : List.of(),
                        full ? gaps() : List.of(),
                        full ? 2 : 0,
                        full ? calls() : new MyCalls(List.of(), List.of(), 0),
                        full ? SampleAcute.one() : AcuteList.NONE,
                        waiting,
                        full ? SamplePlans.awaited() : new AwaitedPage(List.of()),
                        full ? today() : List.of(),
                        full ? toDo() : List.of(),
                        full ? toDo() : List.of(),
                        code,
                        extra.notice(),
                        extra.name())
                .view();
    }

    private static MyCalls calls() {
        return new MyCalls(
                List.of(new MyCalls.Parked(
                        "5",
                        "WOUND",
                        "Tolvan Tolvansson",
                        NOW.minus(Duration.ofMinutes(4)),
                        NOW.plus(Duration.ofMinutes(36)))),
                List.of(
                        new MyCalls.Asked(
                                "6", "Sara Sjuk", "Rehab", "TRANSFER", NOW.minus(Duration.ofSeconds(40)), false),
                        new MyCalls.Asked("7", "Alva Brink", "Rehab", "FALL", NOW.minus(Duration.ofMinutes(2)), true)),
                1);
    }

    static List<GapLine> gaps() {
        Instant night = Instant.parse("2026-05-16T00:00:00Z");
        return List.of(
                new GapLine("Hemtjänst Höllviken", null, night, night.plus(Duration.ofHours(4)), false, null, 0),
                new GapLine("SÄBO Månstorps Ängar", "Plan 2", night, night.plus(Duration.ofHours(40)), false, null, 0),
                new GapLine("SÄBO Postiljonen", null, NOW, NOW.plus(Duration.ofDays(14)), true, null, 0));
    }

    static List<GapLine> missing() {
        Instant afternoon = Instant.parse("2026-05-13T13:00:00Z");
        return List.of(new GapLine(
                "Hemtjänst Höllviken", null, afternoon, afternoon.plus(Duration.ofHours(1)), false, "NURSE", 13));
    }

    private static DayPage.DropInCode code() {
        return new DayPage.DropInCode("K7F3QD", NOW.plus(Duration.ofMinutes(10)));
    }

    private static WaitingList list(boolean onDuty, WaitingRow... rows) {
        return new WaitingList(
                onDuty, false, List.of(rows), WaitingList.HOME_VISIT_REASONS, WaitingList.OTHER_WAY_REASONS, NOW);
    }

    private static WaitingList failed() {
        return new WaitingList(true, true, List.of(), List.of(), List.of(), NOW);
    }

    private static List<DayPage.Entry> today() {
        return List.of(
                entry("07:00", "TRAINING", State.ENDED_NOT_SIGNED, "/anteckning/1"),
                entry("08:10", "WOUND", State.SIGNED, "/anteckning/2"),
                entry("08:50", "WOUND", State.ENTERED, "/anteckning/4"),
                entry("09:40", "FALL", State.HOME_VISIT, null),
                entry("10:05", "AID_BROKEN", State.OTHER_WAY, null),
                entry("12:02", "TRANSFER", State.IN_CALL, "/samtal/3"),
                entry("12:40", "WOUND", State.PARKED, null),
                entry("13:10", "FALL", State.LEFT_BEFORE_JUDGEMENT, null),
                entry("13:20", "WOUND", State.MISSED, "/planerade/5"),
                entry("14:30", "AID_ASSESSMENT", State.PLANNED, "/planerade/6"));
    }

    private static DayPage.Entry entry(String utc, String reason, State state, @Nullable String href) {
        String phone = state == State.LEFT_BEFORE_JUDGEMENT || state == State.MISSED ? "+46701740605" : null;
        Instant at = Instant.parse("2026-05-12T" + utc + ":00Z");
        return new DayPage.Entry(at, reason, "Tolvan Tolvansson", state, href, phone);
    }

    private static List<DayPage.NoteToDo> toDo() {
        return List.of(
                new DayPage.NoteToDo("1", "Tolvan Tolvansson", NOW.minus(Duration.ofHours(5)), null),
                new DayPage.NoteToDo(
                        "2", SamplePages.LONG_NAME, NOW.minus(Duration.ofDays(20)), new UndocumentedWarning(7, 40)),
                new DayPage.NoteToDo(
                        "3", "Tolvan Tolvansson", NOW.minus(Duration.ofDays(59)), new UndocumentedWarning(55, 1)));
    }

    private static WaitingRow fall(Judgement judgement) {
        var texts = List.of(
                new WaitingRow.TextLine("Kim Ekdal", "Han har ont i höften.", NOW.minusSeconds(90), false),
                new WaitingRow.TextLine("Noor Sandgren", "Jag ser er snart.", NOW.minusSeconds(30), true));
        return new WaitingRow(
                "0197a",
                "Rehab",
                "FALL",
                "Tolvan Tolvansson",
                "19121212-1212",
                "personal",
                null,
                "Kim Ekdal",
                "+46701740605",
                "DISTRICT_NURSE",
                "Hemtjänst natt",
                "Vellinge",
                "Noor Sandgren",
                "PHYSIOTHERAPIST",
                false,
                true,
                NOW.minus(Duration.ofMinutes(6)),
                NOW.minus(Duration.ofMinutes(4)),
                true,
                false,
                texts,
                judgement,
                null,
                List.of(
                        new WaitingRow.Guest("Tolvan Tolvansson", "PATIENT", "E_ID"),
                        new WaitingRow.Guest("Maria Provberg", "RELATIVE", "NOT_IDENTIFIED")));
    }

    private static WaitingRow doseBags() {
        return new WaitingRow(
                "0197b",
                null,
                "DOSE_BAGS",
                "Tolvan Tolvansson",
                "19121212-1212",
                "reserve",
                "SKANE",
                "Kim Ekdal",
                "+46701740606",
                null,
                "Månstorps Ängar",
                null,
                "Noor Sandgren",
                null,
                false,
                false,
                null,
                NOW.minus(Duration.ofSeconds(70)),
                false,
                false,
                List.of(),
                Judgement.NONE,
                null,
                List.of());
    }

    private static WaitingRow unknown() {
        return new WaitingRow(
                "0197c",
                null,
                "QUICK_ASSESSMENT",
                SamplePages.LONG_NAME,
                null,
                "unknown",
                "Kan inte svara, ingen legitimation",
                SamplePages.LONG_NAME,
                "+46701740607",
                null,
                null,
                null,
                "Alva Brink",
                null,
                true,
                false,
                null,
                NOW.minus(Duration.ofSeconds(20)),
                true,
                true,
                List.of(),
                Judgement.NONE,
                null,
                List.of());
    }
}
