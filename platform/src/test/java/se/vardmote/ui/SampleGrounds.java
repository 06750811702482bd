package se.vardmote.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.grounds.AccessGround;
import se.vardmote.access.grounds.StatedGround;
import se.vardmote.assessment.web.BlockedPage;
import se.vardmote.assessment.web.ClosedPage;
import se.vardmote.assessment.web.HistoryPage;
import se.vardmote.assessment.web.OpenedCallPage;
import se.vardmote.assessment.web.OpenedPatientPage;
import se.vardmote.clients.Block;
import se.vardmote.clients.Client;
import se.vardmote.clients.Protection;
import se.vardmote.clients.web.BlocksPage;
import se.vardmote.clients.web.ProtectionPage;
import se.vardmote.clients.web.ProtectionPage.State;
import se.vardmote.journal.Note;
import se.vardmote.journal.NoteText;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.NoteId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.ProtectionId;
import se.vardmote.vocabulary.StaffId;
import se.vardmote.vocabulary.StatedGroundId;

/** What is closed, what is open on another ground, and whose name is hidden, in every state. */
final class SampleGrounds {
    private static final Instant NOW = SamplePages.NOW;
    private static final Client.Shown TOLVAN = new Client.Shown("Tolvan Tolvansson", "19121212-1212");
    private static final Client.Shown HIDDEN = new Client.Shown("Skyddad uppgift", "");
    private static final Map<String, String> OTHERS = Map.of("0197a", "Trelleborgs kommun");

    private SampleGrounds() {}

    static Map<String, ModelAndView> all() {
        var pages = new LinkedHashMap<String, ModelAndView>();
        closed(pages);
        opened(pages);
        protection(pages);
        blocks(pages);
        return pages;
    }

    private static void blocks(Map<String, ModelAndView> pages) {
        List<AccessGround> lifting = Arrays.stream(AccessGround.values())
                .filter(AccessGround::liftsBlock)
                .toList();
        var empty = new ClosedPage.Form(List.of(), "", "");
        pages.put("blocked", new BlockedPage("0197", TOLVAN, lifting, null, empty, Map.of("ground", "missing")).view());
        for (AccessGround ground : lifting)
            pages.put(
                    "blocked-" + ground.name().toLowerCase(java.util.Locale.ROOT),
                    new BlockedPage("0197", HIDDEN, lifting, ground, empty, Map.of("conditions", "missing")).view());
        pages.put("blocks-none", new BlocksPage("0197", TOLVAN, "Hemsjukvården", false, false, List.of(), null).view());
        Instant earlier = NOW.minus(Duration.ofDays(3));
        var rows = List.of(
                new BlocksPage.Row("1", "Hemsjukvården", earlier, "Noor Sandgren", true, null),
                new BlocksPage.Row("2", null, earlier, "Noor Sandgren", true, null),
                new BlocksPage.Row("3", "Rehab", earlier, SamplePages.LONG_NAME, false, null),
                new BlocksPage.Row(
                        "4",
                        null,
                        earlier,
                        "Noor Sandgren",
                        false,
                        new Block.Lifted(NOW, "Lo Stråle", Block.Why.EMERGENCY)),
                new BlocksPage.Row(
                        "5",
                        "Rehab",
                        earlier,
                        "Noor Sandgren",
                        false,
                        new Block.Lifted(NOW, "Lo Stråle", Block.Why.PATIENT)));
        pages.put("blocks", new BlocksPage("0197", HIDDEN, "Hemsjukvården", true, true, rows, "blocked").view());
    }

    private static void closed(Map<String, ModelAndView> pages) {
        List<AccessGround> within = Arrays.stream(AccessGround.values())
                .filter(ground -> ground.reach() == AccessGround.Reach.WITHIN)
                .toList();
        var empty = new ClosedPage.Form(List.of(), "", "");
        pages.put("closed", closed(within, Map.of(), null, empty, false, Map.of()));
        pages.put(
                "closed-joined",
                closed(List.of(AccessGround.values()), OTHERS, null, empty, false, Map.of("ground", "missing")));
        pages.put("closed-nothing", closed(within, Map.of(), null, empty, true, Map.of()));
        for (AccessGround ground : AccessGround.values())
            pages.put(
                    "closed-" + ground.name().toLowerCase(java.util.Locale.ROOT),
                    closed(List.of(AccessGround.values()), OTHERS, ground, empty, false, Map.of()));
        pages.put(
                "closed-wrong",
                closed(
                        List.of(AccessGround.values()),
                        OTHERS,
                        AccessGround.EMERGENCY_UNBLOCKED,
                        new ClosedPage.Form(List.of("DANGER"), "", "Därför"),
                        false,
                        Map.of("provider", "missing", "conditions", "missing", "reason", "too-long")));
    }

    private static ModelAndView closed(
            List<AccessGround> grounds,
            Map<String, String> providers,
            @Nullable AccessGround chosen,
            ClosedPage.Form form,
            boolean nothing,
            Map<String, String> errors) {
        List<String> elsewhere = providers.isEmpty() ? List.of("Rehab") : List.of();
        return new ClosedPage(
                        "19121212-1212", "Hemsjukvården", elsewhere, grounds, providers, chosen, form, nothing, errors)
                .view();
    }

    private static void opened(Map<String, ModelAndView> pages) {
        var row = new HistoryPage.Row(
                "0197", NOW.minus(Duration.ofDays(2)), "Hemtjänst natt", "FALL", "Noor Sandgren", "DIGITAL", false);
        var calls = List.of(new OpenedPatientPage.Row("Sjuksköterskor kväll/natt", row));
        var asked = stated(AccessGround.ASKED_BY_COLLEAGUE);
        var emergency = stated(AccessGround.EMERGENCY_UNBLOCKED);
        pages.put(
                "opened-patient",
                new OpenedPatientPage(asked, TOLVAN, "Vellinge kommun", true, calls, false, true).view());
        pages.put(
                "opened-patient-emergency",
                new OpenedPatientPage(emergency, HIDDEN, "Trelleborgs kommun", false, calls, false, false).view());
        pages.put(
                "opened-patient-blocked",
                new OpenedPatientPage(asked, TOLVAN, "Vellinge kommun", true, List.of(), true, false).view());
        pages.put(
                "opened-patient-blocked-elsewhere",
                new OpenedPatientPage(emergency, TOLVAN, "Trelleborgs kommun", false, List.of(), true, false).view());
        pages.put("opened-call", call(asked, TOLVAN, row, List.of(note(2), note(1))));
        pages.put("opened-call-emergency", call(emergency, HIDDEN, row, List.of()));
    }

    private static Note note(int version) {
        return new Note(
                NoteId.next(),
                version,
                new NoteText("Fall i hallen", "", "Kan stödja på båda benen.", SamplePages.LONG_NAME),
                "Noor Sandgren",
                Profession.NURSE,
                NOW.minus(Duration.ofDays(2)));
    }

    private static ModelAndView call(StatedGround stated, Client.Shown person, HistoryPage.Row row, List<Note> notes) {
        return new OpenedCallPage(
                        stated, person, "Vellinge kommun", "Sjuksköterskor kväll/natt", row, "must-examine", notes)
                .view();
    }

    private static StatedGround stated(AccessGround ground) {
        return new StatedGround(
                StatedGroundId.next(),
                CareProviderId.next(),
                ClientId.next(),
                CommissionId.next(),
                ground,
                "Nattpersonalen bad mig om hjälp.",
                NOW,
                NOW.plus(Duration.ofHours(4)));
    }

    private static void protection(Map<String, ModelAndView> pages) {
        var asked = new Protection.Asked(
                StaffId.next(), "Noor Sandgren", NOW.minus(Duration.ofDays(1)), "Skatteverkets beslut har upphört.");
        pages.put("protection-none", page(TOLVAN, State.NOT_PROTECTED, List.of(), null, null, Map.of()));
        pages.put(
                "protection-taken-away",
                page(
                        TOLVAN,
                        State.NOT_PROTECTED,
                        List.of(one(asked, new Protection.Removed("Lo Stråle", NOW))),
                        null,
                        "unprotected",
                        Map.of()));
        pages.put("protection", page(HIDDEN, State.PROTECTED, List.of(one(null, null)), null, "protected", Map.of()));
        pages.put(
                "protection-wrong",
                page(HIDDEN, State.PROTECTED, List.of(one(null, null)), null, null, Map.of("why", "missing")));
        Instant until = NOW.plus(Duration.ofDays(6));
        pages.put("protection-asked", page(HIDDEN, State.ASKED, List.of(one(asked, null)), until, "asked", Map.of()));
        pages.put(
                "protection-to-confirm",
                page(HIDDEN, State.TO_CONFIRM, List.of(one(asked, null)), until, null, Map.of()));
    }

    private static Protection one(Protection.@Nullable Asked asked, Protection.@Nullable Removed removed) {
        return new Protection(
                ProtectionId.next(),
                NOW.minus(Duration.ofDays(400)),
                Protection.Way.PAGE,
                "Disa Holmqvist",
                asked,
                removed);
    }

    private static ModelAndView page(
            Client.Shown person,
            State state,
            List<Protection> history,
            @Nullable Instant until,
            @Nullable String notice,
            Map<String, String> errors) {
        return new ProtectionPage("0197", person, state, history, until, "", notice, errors).view();
    }
}
