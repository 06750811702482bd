package se.vardmote.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.Seated;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.access.TestSessions;
import se.vardmote.access.Tickets;
import se.vardmote.access.Token;
import se.vardmote.access.rights.Rights;
import se.vardmote.audit.AuditLog;
import se.vardmote.media.LineRights;
import se.vardmote.media.LossReason;
import se.vardmote.media.PeerConnectionSide;
import se.vardmote.media.RoomsOnPaper;
import se.vardmote.meetings.Attendee;
import se.vardmote.meetings.GuestAttendee;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.ParticipantRole;
import se.vardmote.meetings.TestMeetings;
import se.vardmote.meetings.TestMeetings.Waiting;
import se.vardmote.meetings.Texts;
import se.vardmote.meetings.Vouching;
import se.vardmote.meetings.WaitingPlaces;
import se.vardmote.meetings.picture.OwnPicture;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.GuestLinkId;
import se.vardmote.vocabulary.Identification;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.ParticipantId;
import se.vardmote.vocabulary.PictureId;
import se.vardmote.vocabulary.RetentionUnitId;

/** R0-50, R0-61, R4-347, R4-364: what each page of a call sees, hears of media, and finds again when it comes back. */
class LivingPagesTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final TestMeetings house = new TestMeetings(db, clock);
    private final RoomsOnPaper rooms = new RoomsOnPaper();
    private final Connections connections = new Connections(db.app(), clock);
    private WaitingPlaces.@Nullable Refusal refusal;
    private final Snapshots snapshots = new Snapshots(
            db.app(),
            house.meetings,
            house.participants,
            connections,
            List.<WaitingPlaces>of(this::placeInTurn),
            house.pictures,
            TestCompany.of(house),
            TestCare.read(house));
    private final Rights rights = new Rights();
    private final StayingRights staying =
            new StayingRights(TestSessions.on(db, house.news, clock), rights, db.app(), clock);
    private final Set<RetentionUnitId> protectedOnes = new HashSet<>();
    private final LivePages pages = new LivePages(
            snapshots,
            house.texts,
            connections,
            house.conversations,
            rooms,
            staying,
            protectedOnes::contains,
            house.news);
    private final PageWords words = new PageWords(
            tickets(),
            house.meetings,
            house.departures,
            house.texts,
            house.pictures,
            TestCompany.words(house, db, clock),
            snapshots,
            pages,
            new SendingRights(rights, new AuditLog(db.audit()), clock),
            TestCare.words(db, house, clock, (conversation, by) -> protectedOnes.add(conversation)),
            new AuditLog(db.audit()),
            clock);
    private final StaffMember nurse = TestCast.nurse();
    private final Waiting waiting = house.somebodyWaits();
    private final PaperPage socket = new PaperPage();

    @AfterEach
    void close() {
        pages.stop();
        db.close();
    }

    @Test
    void who_waits_sees_the_place_in_turn_and_only_their_own_names() {
        house.participants.add(
                waiting.unit(),
                TestCast.VELLINGE,
                Participant.invited(nurse.staff(), nurse.name(), nurse.profession()));
        join(socket, waiting.attendee(), null);

        ServerMessage.State state = socket.last(ServerMessage.State.class);
        assertThat(state.stage()).isEqualTo(Stage.WAITING);
        assertThat(state.place()).isEqualTo(1);
        assertThat(state.unit()).isEqualTo(new ServerMessage.Unit("Kommunsjuksköterskorna", "040-628 04 00"));
        assertThat(state.mayPublish()).isTrue();
        assertThat(state.mayEndForAll()).isFalse();
        assertThat(state.people())
                .extracting(ServerMessage.Person::name, ServerMessage.Person::self)
                .containsExactly(tuple("Karin Larsson", true), tuple("Tolvan Tolvansson", true));
    }

    @Test
    void who_waits_may_warm_the_connection_but_is_neither_seen_nor_sees() {
        join(socket, waiting.attendee(), null);
        assertThat(rooms.last().rights).isEqualTo(LineRights.WAITING);
        house.admit(waiting, nurse);
        assertThat(rooms.lines).hasSize(1);
        assertThat(rooms.last().rights).isEqualTo(LineRights.ADMITTED);
    }

    @Test
    void let_in_everybody_sees_everybody_and_only_the_chair_may_end_for_all() {
        join(socket, waiting.attendee(), null);
        house.admit(waiting, nurse);
        var chair = new PaperPage();
        join(chair, TestMeetings.attendee(nurse), null);

        ServerMessage.State atHome = socket.last(ServerMessage.State.class);
        assertThat(atHome.stage()).isEqualTo(Stage.ADMITTED);
        assertThat(atHome.startedAt()).isEqualTo(clock.instant());
        assertThat(atHome.mayEndForAll()).isFalse();
        assertThat(atHome.people())
                .extracting(ServerMessage.Person::name, ServerMessage.Person::present, ServerMessage.Person::self)
                .containsExactly(
                        tuple("Karin Larsson", true, true),
                        tuple("Tolvan Tolvansson", true, true),
                        tuple("Sara Sjuk", true, false));
        assertThat(chair.last(ServerMessage.State.class).mayEndForAll()).isTrue();
    }

    /** R0-37, R0-38: whoever took a picture never gets it back, not even its number. */
    @Test
    void a_picture_that_was_asked_for_is_told_to_the_professional_only() {
        LivePage atHome = join(socket, waiting.attendee(), null);
        house.admit(waiting, nurse);
        var chair = new PaperPage();
        LivePage chairs = join(chair, TestMeetings.attendee(nurse), null);

        words.take(chairs, new PageMessage.Want());
        assertThat(socket.last(ServerMessage.State.class).pictureWanted()).isTrue();
        assertThatThrownBy(() -> words.take(atHome, new PageMessage.Want())).isInstanceOf(ProblemException.class);
        words.take(atHome, new PageMessage.Unwant());
        assertThat(chair.last(ServerMessage.State.class).pictureWanted()).isFalse();
        words.take(chairs, new PageMessage.Want());
        house.pictures.keep(
                waiting.unit(),
                house.participants.of(waiting.unit()).getFirst().id(),
                PictureId.next(),
                UUID.randomUUID(),
                new OwnPicture(new byte[] {1}, 1280, 720));

        ServerMessage.State seen = chair.last(ServerMessage.State.class);
        assertThat(seen.pictureWanted()).as("answered by the picture").isFalse();
        ServerMessage.Pictures told = Objects.requireNonNull(seen.pictures());
        assertThat(told.undecided()).hasSize(1);
        assertThat(told.routine()).isEqualTo("Fråga patienten först.");
        assertThat(socket.last(ServerMessage.State.class).pictures()).isNull();
    }

    @Test
    void who_is_turned_away_reads_why_and_has_no_line_any_more() {
        join(socket, waiting.attendee(), null);
        refusal = new WaitingPlaces.Refusal("HOME_VISIT", "must-examine", "Jag kommer före klockan 14.", "Sara Sjuk");
        house.lobby.turnAway(waiting.unit());

        ServerMessage.State state = socket.last(ServerMessage.State.class);
        assertThat(state.stage()).isEqualTo(Stage.REFUSED);
        assertThat(state.refusal())
                .isEqualTo(new ServerMessage.Refusal(
                        "HOME_VISIT", "must-examine", "Jag kommer före klockan 14.", "Sara Sjuk"));
        assertThat(state.mayPublish()).isFalse();
        assertThat(state.place()).isNull();
        assertThat(rooms.last().closed).isTrue();
    }

    @Test
    void a_page_that_comes_back_in_time_goes_on_in_the_same_epoch_and_gets_only_what_it_missed() {
        LivePage page = join(socket, waiting.attendee(), null);
        say(page, UUID.randomUUID(), "före");
        pages.lost(page, socket);
        assertThat(socket.last(ServerMessage.Welcome.class).resumed()).isFalse();
        house.texts.say(waiting.unit(), author(), UUID.randomUUID(), "under tiden");

        var again = new PaperPage();
        LivePage same = pages.join(
                again,
                waiting.unit(),
                waiting.actor(),
                new PageMessage.Join("", page.id().value(), 1),
                person(waiting.attendee()));
        assertThat(same).isSameAs(page);
        ServerMessage.Welcome welcome = again.last(ServerMessage.Welcome.class);
        assertThat(welcome.resumed()).isTrue();
        assertThat(welcome.epoch()).isEqualTo(1);
        assertThat(again.all(ServerMessage.Said.class))
                .extracting(ServerMessage.Said::text)
                .containsExactly("under tiden");
        assertThat(rooms.lines).noneMatch(line -> line.closed);
    }

    @Test
    void a_page_that_does_not_come_back_gives_up_its_line_but_one_lost_again_has_its_whole_grace_again() {
        LivePage page = join(socket, waiting.attendee(), null);
        pages.lost(page, socket);
        var again = new PaperPage();
        join(again, waiting.attendee(), page.id().value());
        pages.lost(page, again);

        pages.giveUp(page, 1);
        assertThat(rooms.lines).noneMatch(line -> line.closed);
        pages.giveUp(page, 2);
        assertThat(rooms.last().closed).isTrue();
        assertThat(connections.of(waiting.unit())).isEmpty();
    }

    /** R0-61: an iPad that is locked or shows another app says so once; its socket goes soon after. */
    @Test
    void the_others_read_that_the_screen_is_locked_until_the_page_is_back_in_the_same_seat() {
        LivePage page = join(socket, waiting.attendee(), null);
        house.admit(waiting, nurse);
        var chair = new PaperPage();
        join(chair, TestMeetings.attendee(nurse), null);

        words.take(page, new PageMessage.Away(true));
        assertThat(guests(chair)).containsExactly(tuple(true, true, page.id().value()));
        pages.lost(page, socket);
        pages.giveUp(page, 1);
        assertThat(rooms.lines.getFirst().closed).as("the line is given up").isTrue();
        assertThat(guests(chair)).containsExactly(tuple(false, true, page.id().value()));

        var again = new PaperPage();
        LivePage same = join(again, waiting.attendee(), page.id().value());
        assertThat(again.last(ServerMessage.Welcome.class).connection())
                .isEqualTo(page.id().value());
        assertThat(guests(chair)).containsExactly(tuple(true, false, page.id().value()));
        words.take(same, new PageMessage.Away(true));
        words.take(same, new PageMessage.Away(false));
        assertThat(guests(chair)).containsExactly(tuple(true, false, page.id().value()));
    }

    /** Whether they are there, whether their screen is locked, and at which connection; as others see them. */
    private static List<Tuple> guests(PaperPage seenOn) {
        return seenOn.last(ServerMessage.State.class).people().stream()
                .filter(person -> !person.self())
                .map(person -> tuple(person.present(), person.away(), person.connection()))
                .distinct()
                .toList();
    }

    @Test
    void a_socket_that_is_lost_without_a_word_says_nothing_of_the_screen() {
        LivePage page = join(socket, waiting.attendee(), null);
        house.admit(waiting, nurse);
        var chair = new PaperPage();
        join(chair, TestMeetings.attendee(nurse), null);
        pages.lost(page, socket);
        assertThat(guests(chair)).containsExactly(tuple(false, false, page.id().value()));
        pages.giveUp(page, 1);
        assertThat(guests(chair)).containsExactly(tuple(false, false, null));
    }

    @Test
    void a_page_that_comes_back_after_its_node_died_keeps_its_connection_under_the_next_epoch() {
        var died = connections.open(waiting.unit(), waiting.attendee());
        join(socket, waiting.attendee(), died.value());
        ServerMessage.Welcome welcome = socket.last(ServerMessage.Welcome.class);
        assertThat(welcome.connection()).isEqualTo(died.value());
        assertThat(welcome.resumed()).isFalse();
        assertThat(welcome.epoch()).isEqualTo(2);
    }

    @Test
    void somebody_elses_connection_is_refused_and_a_new_one_is_given() {
        LivePage page = join(socket, waiting.attendee(), null);
        house.admit(waiting, nurse);
        var thief = new PaperPage();
        LivePage own = join(thief, TestMeetings.attendee(nurse), page.id().value());
        assertThat(own.id()).isNotEqualTo(page.id());
        assertThat(thief.last(ServerMessage.Welcome.class).resumed()).isFalse();
        assertThat(socket.closed).isFalse();
    }

    @Test
    void one_seat_is_one_page_and_the_older_is_told_that_the_call_is_elsewhere() {
        join(socket, waiting.attendee(), null);
        var second = new PaperPage();
        join(second, waiting.attendee(), null);
        assertThat(socket.last(ServerMessage.Closed.class).reason()).isEqualTo(ClosedReason.ELSEWHERE);
        assertThat(socket.closed).isTrue();
        assertThat(rooms.lines.getFirst().closed).isTrue();
        assertThat(second.all(ServerMessage.Closed.class)).isEmpty();
        assertThat(connections.of(waiting.unit())).hasSize(1);
    }

    @Test
    void an_older_socket_of_the_same_page_does_not_take_the_page_down_when_it_closes() {
        LivePage page = join(socket, waiting.attendee(), null);
        var again = new PaperPage();
        join(again, waiting.attendee(), page.id().value());
        pages.lost(page, socket);
        assertThat(page.hangsOn(again)).isTrue();
        assertThat(connections.of(waiting.unit()).getFirst().present()).isTrue();
    }

    @Test
    void a_line_is_echoed_to_everybody_once_and_again_only_to_the_page_that_sends_it_again() {
        LivePage page = join(socket, waiting.attendee(), null);
        house.admit(waiting, nurse);
        var chair = new PaperPage();
        join(chair, TestMeetings.attendee(nurse), null);
        UUID key = UUID.randomUUID();
        say(page, key, "Hon har ont i höften");
        say(page, key, "Hon har ont i höften");

        assertThat(socket.all(ServerMessage.Said.class))
                .extracting(ServerMessage.Said::key, ServerMessage.Said::seq, ServerMessage.Said::own)
                .containsExactly(tuple(key, 1L, true), tuple(key, 1L, true));
        assertThat(chair.all(ServerMessage.Said.class))
                .extracting(ServerMessage.Said::key, ServerMessage.Said::name, ServerMessage.Said::own)
                .containsExactly(tuple(key, "Karin Larsson", false));
    }

    @Test
    void a_line_is_repeated_however_many_have_been_written_before_it() {
        LivePage page = join(socket, waiting.attendee(), null);
        for (int i = 0; i < Texts.MOST_AT_ONCE; i++)
            house.texts.say(waiting.unit(), author(), UUID.randomUUID(), "rad " + i);
        UUID key = UUID.randomUUID();
        say(page, key, "den sista");
        say(page, key, "den sista");
        assertThat(socket.all(ServerMessage.Said.class))
                .filteredOn(message -> message.key().equals(key))
                .hasSize(2);
    }

    @Test
    void a_media_server_that_starts_again_gives_a_new_epoch_and_what_belongs_to_the_old_one_is_not_passed_on() {
        LivePage page = join(socket, waiting.attendee(), null);
        RoomsOnPaper.PaperLine old = rooms.last();
        old.events.lost(LossReason.MEDIA_SERVER_RESTARTED);

        await().until(() -> rooms.lines.size() == 2);
        assertThat(socket.last(ServerMessage.Media.class)).isEqualTo(new ServerMessage.Media(2, MediaState.RESTART));
        assertThat(rooms.last().epoch()).isEqualTo(2);
        words.take(page, new PageMessage.Offer(PeerConnectionSide.SEND, 1, "old"));
        words.take(page, new PageMessage.Offer(PeerConnectionSide.SEND, 2, "new"));
        assertThat(old.heard).isEmpty();
        assertThat(rooms.last().heard).containsExactly("offer new");
        assertThat(socket.last(ServerMessage.Answer.class))
                .isEqualTo(new ServerMessage.Answer(PeerConnectionSide.SEND, 2, "answer to new"));
    }

    @Test
    void without_a_media_server_the_page_is_told_to_go_on_with_text_and_telephone() {
        join(socket, waiting.attendee(), null);
        rooms.last().events.lost(LossReason.NO_MEDIA_SERVER);
        await().until(() -> !socket.all(ServerMessage.Media.class).isEmpty());
        assertThat(socket.last(ServerMessage.Media.class).state()).isEqualTo(MediaState.UNAVAILABLE);
    }

    @Test
    void a_protected_patients_pages_hide_their_addresses_where_pages_send_to_each_other() {
        rooms.direct = true;
        protectedOnes.add(waiting.unit());
        join(socket, waiting.attendee(), null);
        assertThat(rooms.last().rights).isEqualTo(LineRights.WAITING.hidingAddress());
        house.admit(waiting, nurse);
        assertThat(rooms.last().rights).isEqualTo(LineRights.ADMITTED.hidingAddress());
    }

    @Test
    void who_is_protected_in_the_middle_of_a_call_is_met_directly_no_longer() {
        rooms.direct = true;
        LivePage page = join(socket, waiting.attendee(), null);
        house.admit(waiting, nurse);
        assertThat(rooms.last().rights).isEqualTo(LineRights.ADMITTED);
        words.take(page, new PageMessage.Protect(UUID.randomUUID()));
        house.conversations.changed(waiting.unit());
        await().until(() -> rooms.last().rights.equals(LineRights.ADMITTED.hidingAddress()));
    }

    @Test
    void a_media_server_hides_the_addresses_of_protected_patients_as_of_all_others() {
        protectedOnes.add(waiting.unit());
        join(socket, waiting.attendee(), null);
        assertThat(rooms.last().rights).isEqualTo(LineRights.WAITING);
    }

    @Test
    void at_the_end_for_all_every_page_hears_it_and_every_line_is_closed() {
        join(socket, waiting.attendee(), null);
        var meeting = house.admit(waiting, nurse);
        var chair = new PaperPage();
        LivePage page = join(chair, TestMeetings.attendee(nurse), null);
        words.take(page, new PageMessage.End());

        assertThat(house.meetings.find(TestCast.VELLINGE, meeting).orElseThrow().goesOn())
                .isFalse();
        for (PaperPage each : List.of(socket, chair)) {
            assertThat(each.last(ServerMessage.State.class).stage()).isEqualTo(Stage.ENDED);
            assertThat(each.last(ServerMessage.Closed.class).reason()).isEqualTo(ClosedReason.ENDED);
        }
        assertThat(rooms.lines).allMatch(line -> line.closed);
    }

    @Test
    void the_care_worker_cannot_end_for_all() {
        LivePage page = join(socket, waiting.attendee(), null);
        var meeting = house.admit(waiting, nurse);
        assertThatThrownBy(() -> words.take(page, new PageMessage.End())).isInstanceOf(ProblemException.class);
        assertThat(house.meetings.find(TestCast.VELLINGE, meeting).orElseThrow().goesOn())
                .isTrue();
    }

    @Test
    void a_ticket_opens_the_socket_once_and_its_reading_is_on_record() {
        var seated = house.conversations.holderOf(waiting.seat().token().hash()).orElseThrow();
        var join = new PageMessage.Join(tickets().issue(seated), null, 0);
        assertThat(words.join(socket, join)).isPresent();
        var second = new PaperPage();
        assertThat(words.join(second, join)).isEmpty();
        assertThat(second.last(ServerMessage.Closed.class).reason()).isEqualTo(ClosedReason.EXPIRED);
        assertThat(db.app()
                        .sql("select object_id from audit.event")
                        .query(UUID.class)
                        .list())
                .containsExactly(waiting.unit().value());
    }

    @Test
    void the_true_state_of_microphone_and_camera_is_shown_to_the_others() {
        LivePage page = join(socket, waiting.attendee(), null);
        house.admit(waiting, nurse);
        var chair = new PaperPage();
        join(chair, TestMeetings.attendee(nurse), null);
        words.take(page, new PageMessage.Tracks(TrackState.ON, TrackState.BUSY));
        assertThat(chair.last(ServerMessage.State.class).people().getFirst())
                .extracting(ServerMessage.Person::microphone, ServerMessage.Person::camera)
                .containsExactly(TrackState.ON, TrackState.BUSY);
    }

    /** Issue 4: patients and relatives at pages of their own. */
    @Test
    void a_guest_who_waits_beside_others_or_comes_late_reads_only_their_own_lines_until_they_are_let_in() {
        LivePage atHome = join(socket, waiting.attendee(), null);
        var theirs = new PaperPage();
        Seated maria = guest("Maria Provberg");
        LivePage guests = join(theirs, maria);
        say(atHome, UUID.randomUUID(), "Hon har ramlat");
        say(guests, UUID.randomUUID(), "Är ni där?");
        assertThat(told(theirs)).containsExactly("Är ni där?");
        assertThat(told(socket)).as("who knocked reads on").containsExactly("Hon har ramlat", "Är ni där?");
        house.admit(waiting, nurse);
        assertThat(told(theirs)).containsExactly("Är ni där?", "Hon har ramlat");

        var lateOnes = new PaperPage();
        Seated late = guest("Bo Provberg");
        join(lateOnes, late);
        say(atHome, UUID.randomUUID(), "Det gör ont");
        assertThat(told(lateOnes)).isEmpty();
        assertThat(lateOnes.all(ServerMessage.Care.class)).isEmpty();
    }

    @Test
    void a_guest_who_never_was_let_in_is_told_nothing_when_the_call_ends() {
        LivePage atHome = join(socket, waiting.attendee(), null);
        MeetingId meeting = house.admit(waiting, nurse);
        var lateOnes = new PaperPage();
        join(lateOnes, guest("Bo Provberg"));
        say(atHome, UUID.randomUUID(), "Det gör ont");
        house.meetings.end(TestCast.VELLINGE, meeting, nurse.staff());

        ServerMessage.State state = lateOnes.last(ServerMessage.State.class);
        assertThat(state.stage()).isEqualTo(Stage.ENDED);
        assertThat(state.people()).extracting(ServerMessage.Person::name).containsExactly("Bo Provberg");
        assertThat(told(lateOnes)).isEmpty();
        assertThat(socket.last(ServerMessage.State.class).people())
                .as("who was in sees who else was")
                .hasSize(3);
    }

    @Test
    void a_guest_who_leaves_the_lobby_and_comes_again_is_told_nothing() {
        LivePage atHome = join(socket, waiting.attendee(), null);
        Seated bo = guest("Bo Provberg");
        LivePage bos = join(new PaperPage(), bo);
        say(atHome, UUID.randomUUID(), "Hon har ramlat");
        words.take(bos, new PageMessage.Leave());
        var again = new PaperPage();
        join(again, bo);
        assertThat(told(again)).isEmpty();
    }

    @Test
    void guests_who_are_all_refused_are_not_told_what_the_others_said() {
        LivePage atHome = join(socket, waiting.attendee(), null);
        var theirs = new PaperPage();
        join(theirs, guest("Bo Provberg"));
        say(atHome, UUID.randomUUID(), "Hon har ramlat");
        house.lobby.turnAway(waiting.unit());
        assertThat(theirs.last(ServerMessage.State.class).stage()).isEqualTo(Stage.REFUSED);
        assertThat(told(theirs)).isEmpty();
        assertThat(told(socket)).containsExactly("Hon har ramlat");
    }

    @Test
    void the_page_of_a_seat_that_another_has_taken_the_place_of_is_elsewhere() {
        GuestLinkId link = GuestLinkId.next();
        var first = new PaperPage();
        join(first, guest(link, "Bo Provberg", Identification.NOT_IDENTIFIED));
        var second = new PaperPage();
        join(second, guest(link, "Bo Provberg", Identification.E_ID));
        pages.beat();
        assertThat(first.last(ServerMessage.Closed.class).reason()).isEqualTo(ClosedReason.ELSEWHERE);
        assertThat(second.all(ServerMessage.Closed.class)).isEmpty();
        assertThat(second.last(ServerMessage.State.class).stage()).isEqualTo(Stage.WAITING);
    }

    @Test
    void who_comes_late_is_shown_to_the_professional_only_and_has_no_place_in_the_picture() {
        join(socket, waiting.attendee(), null);
        MeetingId meeting = house.admit(waiting, nurse);
        var chair = new PaperPage();
        LivePage chairs = join(chair, TestMeetings.attendee(nurse), null);
        var lateOnes = new PaperPage();
        join(lateOnes, guest("Bo Provberg"));

        ServerMessage.Person seen = person(chair, "Bo Provberg").orElseThrow();
        assertThat(seen.waiting()).isTrue();
        assertThat(seen.connection()).isNull();
        assertThat(seen.role()).isEqualTo(ParticipantRole.RELATIVE);
        assertThat(person(socket, "Bo Provberg")).isEmpty();
        assertThat(rooms.last().rights).isEqualTo(LineRights.WAITING);
        assertThat(lateOnes.last(ServerMessage.State.class).people())
                .extracting(ServerMessage.Person::name)
                .containsExactly("Bo Provberg");

        words.take(chairs, new PageMessage.Vouch(seen.id(), Vouching.How.KNOWN));
        words.take(chairs, new PageMessage.LetIn(seen.id()));
        ServerMessage.Person known = person(socket, "Bo Provberg").orElseThrow();
        assertThat(known.vouchedBy()).isEqualTo("Sara Sjuk");
        assertThat(known.identification()).isEqualTo(Identification.VOUCHED_FOR);
        assertThat(lateOnes.last(ServerMessage.State.class).stage()).isEqualTo(Stage.ADMITTED);
        assertThat(rooms.last().rights).isEqualTo(LineRights.ADMITTED);
        assertThat(lateOnes.last(ServerMessage.Care.class).callBack())
                .as("where the patient is, is between staff")
                .isNull();
        assertThat(house.meetings.find(meeting)).isPresent();
    }

    private Seated guest(String name) {
        return guest(GuestLinkId.next(), name, Identification.NOT_IDENTIFIED);
    }

    private Seated guest(GuestLinkId link, String name, Identification known) {
        var guest = new GuestAttendee(link, ParticipantRole.RELATIVE, name, known, null);
        Token token =
                house.guests.join(waiting.unit(), TestCast.VELLINGE, guest).orElseThrow();
        return house.conversations.holderOf(token.hash()).orElseThrow();
    }

    private LivePage join(PaperPage outlet, Seated guest) {
        return pages.join(
                outlet,
                waiting.unit(),
                guest,
                new PageMessage.Join("", null, 0),
                person(new Attendee.Guest(guest.seat())));
    }

    private static List<String> told(PaperPage page) {
        return page.all(ServerMessage.Said.class).stream()
                .map(ServerMessage.Said::text)
                .toList();
    }

    private static Optional<ServerMessage.Person> person(PaperPage page, String name) {
        return page.last(ServerMessage.State.class).people().stream()
                .filter(person -> person.name().equals(name))
                .findFirst();
    }

    private LivePage join(PaperPage outlet, Attendee attendee, @Nullable UUID connection) {
        return pages.join(
                outlet,
                waiting.unit(),
                attendee.equals(waiting.attendee()) ? waiting.actor() : nurse,
                new PageMessage.Join("", connection, 0),
                person(attendee));
    }

    private Participant person(Attendee attendee) {
        return house.participants.of(waiting.unit()).stream()
                .filter(attendee::is)
                .findFirst()
                .orElseThrow();
    }

    private void say(LivePage page, UUID key, String text) {
        words.take(page, new PageMessage.Say(key, text));
    }

    private ParticipantId author() {
        return house.participants.of(waiting.unit()).getFirst().id();
    }

    private Tickets tickets() {
        return new Tickets(db.app(), TestSessions.on(db, house.news, clock), clock);
    }

    private Optional<WaitingPlaces.WaitingPlace> placeInTurn(RetentionUnitId unit) {
        return Optional.of(new WaitingPlaces.WaitingPlace(
                1, clock.instant(), CallReason.FALL, "Kommunsjuksköterskorna", "+46406280400", List.of(), refusal));
    }
}
