package se.vardmote.access.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import se.vardmote.access.DropInCodes;
import se.vardmote.access.GuestAssurance;
import se.vardmote.access.GuestRole;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.assessment.planned.Invite;
import se.vardmote.assessment.planned.Inviting;
import se.vardmote.assessment.planned.Planning;
import se.vardmote.assessment.planned.TestPlanning;
import se.vardmote.organisation.Assignment;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.GuestLinkId;
import se.vardmote.vocabulary.PlannedCallId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** A browser of every kind of person that the rights table tells apart, each being nothing but that. */
final class TestActors {
    /** The kinds, and the words of the table that mean them. Said here a second time, and on purpose not by the code. */
    enum Kind {
        STRANGER("anyone"),
        TABLET("anyone", "device"),
        WITH_A_CODE("anyone", "invited"),
        WITH_A_LINK("anyone", "guest"),
        WHO_WAITS("anyone", "seated"),
        ASSISTANT_NURSE("anyone", "staff"),
        NURSE("anyone", "staff", "licensed", "professional"),
        /** At a care provider that asks for the right to digital meetings. */
        NURSE_WITHOUT_RIGHT("anyone", "staff", "licensed"),
        /** A nurse too, with a card; but this browser was let in by an account. */
        PLANNER("anyone", "social"),
        HEAD_WITHOUT_LICENCE("anyone", "staff", "head"),
        TIMED_OUT_NURSE("anyone", "locked"),
        ADMINISTRATOR("anyone", "staff", "administrator");

        private final Set<String> words;

        Kind(String... words) {
            this.words = Set.of(words);
        }

        Set<String> words() {
            return words;
        }
    }

    private static final Map<Kind, String> CARDS = Map.of(
            Kind.ASSISTANT_NURSE, "SE2120001132-2001",
            Kind.NURSE, "SE2120001132-2002",
            Kind.HEAD_WITHOUT_LICENCE, "SE2120001132-2003",
            Kind.TIMED_OUT_NURSE, "SE2120001132-2004",
            Kind.ADMINISTRATOR, "SE2120001132-2005",
            Kind.NURSE_WITHOUT_RIGHT, "SE2120001199-2007");

    private final TestHouse house;
    private int nurses;
    private final Map<Kind, Map<String, String>> cookies = new EnumMap<>(Kind.class);

    TestActors(TestHouse house) {
        this.house = house;
        register();
    }

    /** A browser of its own with the same cookies as every other of this kind. */
    TestBrowser like(Kind kind) {
        TestBrowser browser = house.browser();
        browser.cookies.putAll(cookies.computeIfAbsent(kind, none -> fresh(kind).cookies));
        return browser;
    }

    /** One that may be thrown away, because what it does ends what it is. */
    TestBrowser fresh(Kind kind) {
        return switch (kind) {
            case STRANGER -> house.browser();
            case TABLET -> with("__Host-device", tablet());
            case WITH_A_CODE -> invited();
            case WITH_A_LINK -> guest();
            case WHO_WAITS -> with("__Host-seat", seat());
            case ASSISTANT_NURSE, NURSE, NURSE_WITHOUT_RIGHT, HEAD_WITHOUT_LICENCE, ADMINISTRATOR ->
                house.signedIn(card(kind));
            case PLANNER -> house.withAccount("4101");
            case TIMED_OUT_NURSE -> timedOut();
        };
    }

    /** They were all signed out: the next one of this kind comes in anew. */
    void forget(Kind kind) {
        cookies.remove(kind);
    }

    private static String card(Kind kind) {
        String card = CARDS.get(kind);
        if (card == null) throw new IllegalArgumentException(kind + " has no card");
        return card;
    }

    private void register() {
        works(staff(Kind.ASSISTANT_NURSE, "Kim Ekdal", Profession.ASSISTANT_NURSE), TestCast.HOME_CARE);
        works(staff(Kind.NURSE, "Noor Sandgren", Profession.NURSE), TestCast.NURSES);
        works(staff(Kind.NURSE_WITHOUT_RIGHT, "Juno Wikman", Profession.NURSE), TestCast.ELSEWHERE);
        house.cast.asksForRight(TestCast.TRELLEBORG, LocalDate.of(2020, 1, 1));
        StaffId planner = house.cast.staff("SE2120001132-2006", "Vera Almqvist", Profession.NURSE);
        works(planner, TestCast.NURSES);
        house.cast.assignment(planner, TestCast.HOME_CARE, Assignment.Kind.PLANNER);
        house.cast.account(planner, TestCast.VELLINGE, "4101");
        works(staff(Kind.TIMED_OUT_NURSE, "Lo Stråle", Profession.NURSE), TestCast.NURSES);
        StaffId head = staff(Kind.HEAD_WITHOUT_LICENCE, "Disa Holmqvist", Profession.CARE_ASSISTANT);
        works(head, TestCast.HOME_CARE);
        house.cast.heads(head, TestCast.HOME_CARE);
        house.cast.administers(staff(Kind.ADMINISTRATOR, "Signe Wall", Profession.ADMINISTRATOR), TestCast.VELLINGE);
    }

    private StaffId staff(Kind kind, String name, Profession profession) {
        return house.cast.staff(card(kind), name, profession);
    }

    private void works(StaffId staff, CareUnitId unit) {
        house.cast.commission(staff, unit, TestCast.CARE);
    }

    private TestBrowser with(String cookie, Token token) {
        TestBrowser browser = house.browser();
        browser.cookies.put(cookie, token.text());
        return browser;
    }

    private Token tablet() {
        Token token = Token.fresh();
        OffsetDateTime now = house.clock().instant().atOffset(ZoneOffset.UTC);
        house.database
                .owner()
                .sql("update organisation.device set token_hash = ?, rotated_at = ?, enrolled_at = ? where id = ?")
                .params(token.hash(), now, now, house.cast.device("iPad 07").value())
                .update();
        return token;
    }

    private TestBrowser invited() {
        String code = bean(DropInCodes.class).issue(TestCast.nurse()).code();
        TestBrowser browser = house.browser();
        browser.post("/bedomningssamtal/kod", Map.of("code", code), "/bedomningssamtal/kod");
        return browser;
    }

    private TestBrowser guest() {
        Instant soon = house.clock().instant().plusSeconds(600);
        StaffMember nurse =
                TestCast.as(house.cast.staff("SE2120001132-21%02d".formatted(++nurses), "Sara Sjuk", Profession.NURSE));
        PlannedCallId call = bean(Planning.class).plan(nurse, TestPlanning.plan(soon));
        var invite = new Invite(GuestRole.PATIENT, GuestAssurance.NOT_IDENTIFIED, null, null, false);
        GuestLinkId link = bean(Inviting.class).invite(nurse, call, invite);
        String address = bean(Inviting.class).copy(nurse, call, link);
        TestBrowser browser = house.browser();
        String token = address.substring(address.lastIndexOf('/') + 1);
        browser.post("/m", Map.of("lank", token), "/m/" + token);
        return browser;
    }

    private Token seat() {
        var receiving = bean(Organisation.class).unit(TestCast.NURSES).orElseThrow();
        var door = new Knock.Door(TestCast.HOME_CARE, null, "Höllviken", null, receiving);
        return bean(DropInRoom.class)
                .knock(TestAssessment.knock("Tolvan Tolvansson"), door)
                .orElseThrow();
    }

    private TestBrowser timedOut() {
        TestBrowser browser = house.signedIn(card(Kind.TIMED_OUT_NURSE));
        house.database.owner().sql("""
                        update access.session set last_seen_at = last_seen_at - interval '2 hours'
                        where staff_id = (select id from organisation.staff where hsa_id = ?)
                            and last_seen_at > now() - interval '1 hour'""").param(card(Kind.TIMED_OUT_NURSE)).update();
        return browser;
    }

    private <T> T bean(Class<T> type) {
        return house.context().getBean(type);
    }
}
