package se.vardmote.assessment.planned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.EId;
import se.vardmote.access.GuestAssurance;
import se.vardmote.access.GuestCodes;
import se.vardmote.access.GuestEntry;
import se.vardmote.access.GuestKnown;
import se.vardmote.access.GuestMeeting;
import se.vardmote.access.GuestVisitor;
import se.vardmote.access.Seated;
import se.vardmote.access.Token;
import se.vardmote.access.guest.GuestDoor.CodeAnswer;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.SuitabilityJudgement.PatientInformed;
import se.vardmote.meetings.Attendee;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.ParticipantRole;
import se.vardmote.meetings.Standing;
import se.vardmote.meetings.Vouching;
import se.vardmote.notifications.TestOutbox.Carried;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.GuestLinkId;
import se.vardmote.vocabulary.Identification;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;

/**
 * Patients and relatives come to a planned call by links of their own (issue 4; B58: e-ID first, a one-time code second, else identified in
 * the lobby by the performer, who records how).
 */
class GuestsOfAPlannedCallTests {
    private static final Duration EARLY = Duration.ofMinutes(20);
    private final TestDatabase db = TestDatabase.fresh();
    private final TestPlanning there = new TestPlanning(db);
    private final PlannedCall call = there.planned(there.clinic.clock.instant().plus(EARLY));

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void the_message_says_the_time_and_nothing_of_who_where_or_why() {
        GuestLinkId link = patient(GuestAssurance.E_ID);
        there.inviting.send(there.sara, call.id(), link);
        Carried sms = there.outbox.carried().getFirst();
        assertThat(sms.to()).isEqualTo("+46701740611");
        assertThat(sms.text())
                .matches("Din vårdtid på video: .*12\\.20\\. Öppna länken då: https://vardmote\\.example/m/[\\w-]{22}")
                .doesNotContain("Tolvan", "Sara", "Kommunsjuksköterskorna", "Karin", "Höllviken", "räning", "1212");
        assertThat(sms.text().length()).as("one text message").isLessThanOrEqualTo(160);
    }

    @Test
    void a_code_that_is_asked_for_is_sent_where_the_link_was_and_opens_the_lobby() {
        GuestVisitor guest = opens(patient(GuestAssurance.ONE_TIME_CODE));
        assertThat(there.door.askForCode(guest)).containsInstanceOf(GuestCodes.Issued.class);
        Carried sms = there.outbox.carried().getLast();
        assertThat(sms.text())
                .matches("Din kod är [0-9]{6}\\. Den gäller till 12\\.10\\. Lämna inte ut den till någon\\.");
        Token seat = lobby(byCode(guest, sms.text().replaceAll("\\D*([0-9]{6}).*", "$1")));
        assertThat(people())
                .extracting(Participant::role, Participant::name, Participant::identification, Participant::standing)
                .containsExactly(tuple(
                        ParticipantRole.PATIENT, "Tolvan Tolvansson", Identification.ONE_TIME_CODE, Standing.WAITING));
        assertThat(there.clinic.house.conversations.holderOf(seat.hash())).isPresent();
        assertThat(there.links.holderOf(seat.hash())).isEmpty();
        assertThat(there.now(call.id()).state()).isEqualTo(PlannedCall.State.CAME);
        assertThat(there.dropIn(call).agreedWith()).isEqualTo(there.sara.staff());
    }

    @Test
    void link_and_code_at_the_same_telephone_never_pass_for_an_e_id() {
        GuestVisitor guest = opens(patient(GuestAssurance.E_ID));
        assertThat(there.door.askForCode(guest)).as("none is sent").isEmpty();
        var code = (GuestCodes.Issued) there.guestCodes.issue(guest.invitation().id(), se.vardmote.access.CodeWay.SMS);
        assertThat(byCode(guest, code.code())).isEqualTo(GuestEntry.TOO_WEAK);
        assertThat(there.door.withoutProof(guest)).isEqualTo(GuestEntry.TOO_WEAK);
        assertThat(there.now(call.id()).state()).isEqualTo(PlannedCall.State.PLANNED);
        assertThat(refusals()).contains("too-weak");
    }

    @Test
    void the_lobby_may_ask_for_a_code_at_least() {
        assertThat(there.door.withoutProof(opens(patient(GuestAssurance.ONE_TIME_CODE))))
                .isEqualTo(GuestEntry.TOO_WEAK);
        lobby(there.door.withoutProof(opens(patient(GuestAssurance.NOT_IDENTIFIED))));
        assertThat(people()).extracting(Participant::identification).containsExactly(Identification.NOT_IDENTIFIED);
    }

    @Test
    void an_explicit_no_stops_links_and_codes_but_what_is_read_out_still_opens() {
        GuestLinkId link = patient(GuestAssurance.ONE_TIME_CODE);
        there.inviting.says(there.sara, call.id(), link, true);
        assertThatThrownBy(() -> there.inviting.send(there.sara, call.id(), link))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot-be-told");
        GuestVisitor guest = opens(link);
        assertThat(about(guest).orElseThrow().sends()).isNull();
        assertThat(there.door.askForCode(guest)).isEmpty();
        assertThat(there.outbox.carried()).isEmpty();
        var read = (GuestCodes.Issued) there.inviting.readOut(there.sara, call.id(), link);
        lobby(byCode(guest, read.code()));
        assertThat(people()).extracting(Participant::identification).containsExactly(Identification.ONE_TIME_CODE);
    }

    @Test
    void whoever_says_yes_again_is_told_again() {
        GuestLinkId link = patient(GuestAssurance.ONE_TIME_CODE);
        there.inviting.says(there.sara, call.id(), link, true);
        there.inviting.says(there.sara, call.id(), link, false);
        there.inviting.send(there.sara, call.id(), link);
        assertThat(there.outbox.carried()).hasSize(1);
    }

    @Test
    void the_e_id_of_the_patient_opens_and_that_of_somebody_else_does_not() {
        GuestLinkId link = patient(GuestAssurance.E_ID);
        assertThat(byEId(link, eId("196101182803", "Maria Provberg"))).isEqualTo(GuestEntry.NOT_THE_PATIENT);
        assertThat(there.now(call.id()).state()).isEqualTo(PlannedCall.State.PLANNED);
        lobby(byEId(link, eId("191212121212", "Tolvan T")));
        assertThat(people())
                .extracting(Participant::name, Participant::identification)
                .containsExactly(tuple("Tolvan Tolvansson", Identification.E_ID));
    }

    @Test
    void somebody_without_a_number_is_let_to_the_lobby_by_the_name_of_their_e_id() {
        lobby(byEId(
                patient(GuestAssurance.E_ID), new EId(Set.of(), Optional.empty(), new PersonName("Jens Prøvesen"))));
        assertThat(people()).extracting(Participant::name).containsExactly("Jens Prøvesen");
        GuestLinkId other = patient(GuestAssurance.E_ID);
        assertThat(byEId(
                        other,
                        new EId(Set.of(), Optional.of(LocalDate.of(1975, 4, 2)), new PersonName("Jens Prøvesen"))))
                .as("born on another day")
                .isEqualTo(GuestEntry.NOT_THE_PATIENT);
    }

    @Test
    void a_relative_is_shown_by_the_name_of_the_e_id_else_as_the_professional_has_written_it() {
        GuestLinkId link = there.invitesARelative(call, "Dottern Maria");
        lobby(there.door.withoutProof(opens(link)));
        assertThat(people())
                .extracting(Participant::role, Participant::name, Participant::identification)
                .containsExactly(tuple(ParticipantRole.RELATIVE, "Dottern Maria", Identification.NOT_IDENTIFIED));
        lobby(byEId(link, eId("196101182803", "Maria Provberg")));
        assertThat(people())
                .as("the same person, known better now")
                .extracting(Participant::name, Participant::identification)
                .containsExactly(tuple("Maria Provberg", Identification.E_ID));
    }

    @Test
    void whoever_has_the_link_too_does_not_take_the_seat_of_somebody_who_was_known_better() {
        GuestLinkId link = there.invitesARelative(call, "Dottern Maria");
        Token maria = lobby(byEId(link, eId("196101182803", "Maria Provberg")));
        assertThat(there.door.withoutProof(opens(link))).isEqualTo(GuestEntry.AS_BEFORE);
        assertThat(byEId(link, eId("200302022389", "Elsa Provdotter"))).isEqualTo(GuestEntry.AS_BEFORE);
        Token again = lobby(byEId(link, eId("196101182803", "Maria Provberg")));
        assertThat(seat(again)).isEqualTo(seat(maria));
        assertThat(people()).hasSize(1);
    }

    @Test
    void thirty_minutes_before_the_time_the_lobby_opens_and_no_earlier() {
        PlannedCall later = there.planned(there.clinic.clock.instant().plus(Duration.ofMinutes(31)));
        GuestLinkId link = there.invitesThePatient(later, GuestAssurance.NOT_IDENTIFIED);
        GuestVisitor guest = there.opens(later, link);
        assertThat(there.door.withoutProof(guest)).isEqualTo(GuestEntry.NOT_OPEN);
        assertThat(there.door.askForCode(guest)).isEmpty();
        assertThat(there.now(later.id()).state()).as("nobody is knocked up").isEqualTo(PlannedCall.State.PLANNED);
        there.clinic.clock.pass(Duration.ofMinutes(1));
        lobby(there.door.withoutProof(guest));
    }

    @Test
    void a_link_dies_with_its_call_whether_it_is_taken_back_cancelled_missed_or_ended() {
        GuestLinkId revoked = patient(GuestAssurance.NOT_IDENTIFIED);
        String address = there.inviting.copy(there.sara, call.id(), revoked);
        String token = address.substring(address.lastIndexOf('/') + 1);
        assertThat(there.door.look(token)).isPresent();
        there.inviting.revoke(there.sara, call.id(), revoked);
        assertThat(there.door.look(token)).isEmpty();

        PlannedCall cancelled = there.planned(there.clinic.clock.instant().plus(EARLY));
        GuestVisitor guest = there.opens(cancelled, there.invitesThePatient(cancelled, GuestAssurance.NOT_IDENTIFIED));
        there.planning.cancel(there.sara, cancelled.id(), false);
        assertThat(there.door.withoutProof(guest)).isEqualTo(GuestEntry.NOT_OPEN);

        GuestLinkId link = patient(GuestAssurance.NOT_IDENTIFIED);
        GuestVisitor second = opens(link);
        lobby(there.door.withoutProof(opens(link)));
        MeetingId meeting = admit();
        assertThat(about(second)).isPresent();
        there.clinic.house.meetings.end(there.sara.careProvider(), meeting, there.sara.staff());
        assertThat(about(second)).isEmpty();

        PlannedCall missed = there.planned(there.clinic.clock.instant().plus(EARLY));
        GuestVisitor late = there.opens(missed, there.invitesThePatient(missed, GuestAssurance.NOT_IDENTIFIED));
        there.clinic.clock.pass(EARLY.plus(Duration.ofHours(1)).plusSeconds(1));
        assertThat(about(late)).isEmpty();
    }

    @Test
    void whoever_has_come_by_a_link_that_is_taken_back_leaves() {
        GuestLinkId link = patient(GuestAssurance.NOT_IDENTIFIED);
        Token seat = lobby(there.door.withoutProof(opens(link)));
        there.inviting.revoke(there.sara, call.id(), link);
        assertThat(there.clinic.house.conversations.holderOf(seat.hash())).isEmpty();
        assertThat(people()).extracting(Participant::standing).containsExactly(Standing.LEFT);
        assertThat(there.dropIn(call).state()).isEqualTo(DropIn.State.WITHDRAWN);
    }

    @Test
    void the_care_worker_at_the_patients_gets_a_seat_of_their_own_beside_a_guest_who_was_first() {
        Token guest = lobby(byEId(patient(GuestAssurance.E_ID), eId("191212121212", "Tolvan")));
        Token tablet = there.comes(there.now(call.id()));
        assertThat(seat(tablet)).isNotEqualTo(seat(guest));
        assertThat(people())
                .extracting(Participant::role, Participant::identification)
                .containsExactly(
                        tuple(ParticipantRole.PATIENT, Identification.E_ID),
                        tuple(ParticipantRole.CARE_WORKER, Identification.PHONE_ONLY));
        assertThat(seat(there.comes(there.now(call.id())))).as("again").isEqualTo(seat(tablet));
    }

    @Test
    void one_press_lets_in_all_who_wait_and_one_who_goes_leaves_the_others_waiting() {
        there.comes(call);
        Token relative = lobby(there.door.withoutProof(opens(there.invitesARelative(call, "Dottern Maria"))));
        GuestLinkId other = there.invitesARelative(call, "Sonen Bo");
        lobby(there.door.withoutProof(opens(other)));
        there.clinic.house.departures.leave(call.conversation(), new Attendee.Guest(seat(relative)));
        assertThat(there.dropIn(call).state()).isEqualTo(DropIn.State.WAITING);
        admit();
        assertThat(people())
                .extracting(Participant::name, Participant::standing)
                .contains(
                        tuple("Karin Larsson", Standing.ADMITTED),
                        tuple("Sonen Bo", Standing.ADMITTED),
                        tuple("Dottern Maria", Standing.LEFT));
    }

    @Test
    void who_comes_late_waits_until_the_one_who_leads_the_call_lets_them_in_and_ends_nothing_by_going() {
        there.comes(call);
        MeetingId meeting = admit();
        Token late = lobby(there.door.withoutProof(opens(there.invitesARelative(call, "Dottern Maria"))));
        Participant maria = named("Dottern Maria");
        assertThat(maria.standing()).isEqualTo(Standing.WAITING);
        var attendee = new Attendee.Guest(seat(late));
        there.clinic.house.departures.leave(call.conversation(), attendee);
        there.clinic.house.departures.comeBack(call.conversation(), attendee);
        assertThat(named("Dottern Maria").standing())
                .as("coming back is not being let in")
                .isEqualTo(Standing.WAITING);
        assertThat(there.clinic.house.meetings.find(meeting).orElseThrow().goesOn())
                .isTrue();
        there.clinic.house.lobby.letIn(meeting, there.sara.staff(), maria.id());
        assertThat(named("Dottern Maria").standing()).isEqualTo(Standing.ADMITTED);
        there.clinic.house.departures.leave(call.conversation(), attendee);
        there.clinic.house.departures.comeBack(call.conversation(), attendee);
        assertThat(named("Dottern Maria").standing()).isEqualTo(Standing.ADMITTED);
    }

    @Test
    void whoever_does_not_lead_the_call_lets_nobody_in_and_vouches_for_nobody() {
        there.comes(call);
        MeetingId meeting = admit();
        lobby(there.door.withoutProof(opens(there.invitesARelative(call, "Dottern Maria"))));
        var other = se.vardmote.access.TestCast.nurse();
        Participant maria = named("Dottern Maria");
        assertThatThrownBy(() -> there.clinic.house.lobby.letIn(meeting, other.staff(), maria.id()))
                .hasMessageContaining("not-the-chair");
        assertThatThrownBy(() -> there.clinic.house.vouching.vouch(meeting, other, maria.id(), Vouching.How.KNOWN))
                .hasMessageContaining("not-the-chair");
    }

    @Test
    void the_performer_says_who_it_is_and_how_they_know_which_is_kept_when_names_are_forgotten() {
        GuestLinkId link = patient(GuestAssurance.NOT_IDENTIFIED);
        lobby(there.door.withoutProof(opens(link)));
        MeetingId meeting = admit();
        Participant guest = named("Tolvan Tolvansson");
        there.clinic.house.vouching.vouch(meeting, there.sara, guest.id(), Vouching.How.ID_DOCUMENT);
        assertThat(named("Tolvan Tolvansson"))
                .extracting(Participant::identification, Participant::vouchedBy)
                .containsExactly(Identification.VOUCHED_FOR, "Sara Sjuk");
        assertThatThrownBy(() -> there.clinic.house.vouching.vouch(meeting, there.sara, guest.id(), Vouching.How.KNOWN))
                .as("known already")
                .hasMessageContaining("cannot-be-asked");
        there.clinic.house.meetings.end(there.sara.careProvider(), meeting, there.sara.staff());
        there.clinic.clock.pass(Duration.ofDays(62));
        there.purge().run();
        assertThat(db.app()
                        .sql(
                                "select name_sealed is null as gone, identification, vouched_by_name, vouched_how from meetings.participant where role = 'PATIENT'")
                        .query()
                        .singleRow())
                .containsEntry("gone", true)
                .containsEntry("identification", "VOUCHED_FOR")
                .containsEntry("vouched_by_name", "Sara Sjuk")
                .containsEntry("vouched_how", "ID_DOCUMENT");
        assertThat(db.app()
                        .sql("select num_nonnulls(address_sealed, name_sealed) from assessment.planned_guest")
                        .query(Integer.class)
                        .list())
                .containsOnly(0);
    }

    @Test
    void whoever_comes_anew_by_the_link_has_not_been_vouched_for() {
        GuestLinkId link = patient(GuestAssurance.NOT_IDENTIFIED);
        lobby(there.door.withoutProof(opens(link)));
        MeetingId meeting = admit();
        there.clinic.house.vouching.vouch(
                meeting, there.sara, named("Tolvan Tolvansson").id(), Vouching.How.KNOWN);
        lobby(there.door.withoutProof(opens(link)));
        assertThat(named("Tolvan Tolvansson"))
                .extracting(Participant::identification, Participant::vouchedBy, Participant::standing)
                .containsExactly(Identification.NOT_IDENTIFIED, null, Standing.WAITING);
    }

    @Test
    void a_card_or_an_e_id_needs_nobody_to_vouch_for_it() {
        lobby(byEId(patient(GuestAssurance.E_ID), eId("191212121212", "Tolvan")));
        MeetingId meeting = admit();
        assertThatThrownBy(() -> there.clinic.house.vouching.vouch(
                        meeting, there.sara, named("Tolvan Tolvansson").id(), Vouching.How.KNOWN))
                .hasMessageContaining("cannot-be-asked");
    }

    @Test
    void what_guests_and_the_professional_do_with_a_link_is_on_record_with_the_patient() {
        GuestLinkId link = patient(GuestAssurance.NOT_IDENTIFIED);
        there.inviting.send(there.sara, call.id(), link);
        GuestVisitor guest = opens(link);
        there.door.askForCode(guest);
        byCode(guest, "000000");
        there.door.withoutProof(guest);
        assertThat(db.app()
                        .sql(
                                "select actor_kind || ' ' || action || coalesce(' ' || ground, '') from audit.event where client_id = ? order by id")
                        .params(call.client().value())
                        .query(String.class)
                        .list())
                .containsSubsequence(
                        "STAFF invite-guest",
                        "STAFF send-link",
                        "STAFF copy-link",
                        "GUEST open",
                        "GUEST ask-for-code",
                        "GUEST type-code code-wrong",
                        "GUEST knock");
    }

    @Test
    void eight_are_the_most_who_are_invited() {
        for (int i = 0; i < 8; i++) there.invitesARelative(call, "Anhörig " + i);
        assertThatThrownBy(() -> there.invitesARelative(call, "En till")).hasMessageContaining("too-many-guests");
        assertThat(there.invited.to(call)).hasSize(8);
    }

    private GuestLinkId patient(GuestAssurance least) {
        return there.invitesThePatient(call, least);
    }

    private GuestVisitor opens(GuestLinkId link) {
        return there.opens(call, link);
    }

    private Optional<GuestMeeting> about(GuestVisitor guest) {
        return there.door.meeting(guest);
    }

    private GuestEntry byCode(GuestVisitor guest, String code) {
        return there.door.byCode(guest, code) instanceof CodeAnswer.Right(GuestEntry entry)
                ? entry
                : new GuestEntry.Refused("code");
    }

    /** As after the provider has answered. */
    private GuestEntry byEId(GuestLinkId link, EId person) {
        return there.guestMeetings.enter(opens(link).invitation(), new GuestKnown.ByEId(person));
    }

    private static EId eId(String number, String name) {
        PersonId id = PersonId.parse(number, LocalDate.of(2026, 11, 17)).orElseThrow();
        return new EId(Set.of(id), id.birthDate(), new PersonName(name));
    }

    private static Token lobby(GuestEntry entry) {
        assertThat(entry).isInstanceOf(GuestEntry.AtTheLobby.class);
        return ((GuestEntry.AtTheLobby) entry).token();
    }

    private se.vardmote.vocabulary.SeatId seat(Token token) {
        return there.clinic
                .house
                .conversations
                .holderOf(token.hash())
                .map(Seated::seat)
                .orElseThrow();
    }

    private MeetingId admit() {
        return there.clinic.judgement.admit(
                there.sara, there.dropIn(call).id(), new PatientInformed(DropIn.Informed.YES, ""));
    }

    private List<Participant> people() {
        return there.clinic.house.participants.of(call.conversation());
    }

    private Participant named(String name) {
        return people().stream()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> refusals() {
        return db.app()
                .sql("select ground from audit.event where outcome = 'REFUSED' and actor_kind = 'GUEST'")
                .query(String.class)
                .list();
    }
}
