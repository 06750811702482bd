package se.vardmote.meetings;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.access.SeatHolders;
import se.vardmote.access.Seated;
import se.vardmote.access.Token;
import se.vardmote.platform.News;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.GuestLinkId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.SeatId;

/** Conversations and their seats: what a knock begins. */
@Component
public class Conversations implements SeatHolders {
    /** News of a conversation: its id is the retention unit's. */
    public static final News.Topic TOPIC = new News.Topic("conversation");

    /** News that seats of a conversation open nothing any longer: its id is the retention unit's. */
    public static final News.Topic SEATS = new News.Topic("seats");

    private final JdbcClient jdbc;
    private final RetentionUnits retention;
    private final News news;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conversations(JdbcClient jdbc, RetentionUnits retention, News news, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.retention = retention;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    /** A seat with the secret that its holder keeps in a cookie; only its hash is kept here. */
    public record OfferedSeat(SeatId seat, Token token) {}

    /** Nothing more is said in a conversation. Told inside the transaction that closes it. */
    public record Closed(RetentionUnitId unit) {}

    /** Begins a conversation with one seat, at a device or for somebody with a code. */
    @Transactional
    public OfferedSeat begin(RetentionUnitId unit, CareProviderId careProvider) {
        open(unit, careProvider);
        return seat(unit, careProvider, null);
    }

    /** Begins a conversation that has no seat yet. */
    void open(RetentionUnitId unit, CareProviderId careProvider) {
        jdbc.sql("insert into meetings.conversation (retention_unit_id, care_provider_id, began_at) values (?, ?, ?)")
                .params(unit.value(), careProvider.value(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        stateChanged(unit);
    }

    /**
     * A seat at a device in a conversation that guests have begun; with {@code people} on it, in one transaction.
     *
     * @return empty when it has closed, or when there has been such a seat
     */
    @Transactional
    public Optional<Token> sitDown(RetentionUnitId unit, CareProviderId careProvider, Consumer<SeatId> people) {
        boolean free = jdbc.sql("""
                        select not exists (select from meetings.seat s
                            where s.retention_unit_id = c.retention_unit_id and s.guest_link_id is null)
                        from meetings.conversation c where c.retention_unit_id = ? and c.closed_at is null for update""")
                .params(unit.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (!free) return Optional.empty();
        OfferedSeat seat = seat(unit, careProvider, null);
        people.accept(seat.seat());
        changed(unit);
        return Optional.of(seat.token());
    }

    /** One more seat in a conversation. @param link by which its holder comes; null at a device or with a code */
    OfferedSeat seat(RetentionUnitId unit, CareProviderId careProvider, @Nullable GuestLinkId link) {
        var seat = new OfferedSeat(SeatId.next(), Token.fresh());
        jdbc.sql("""
                        insert into meetings.seat (id, care_provider_id, retention_unit_id, token_hash, created_at, guest_link_id)
                        values (:id, :provider, :unit, :token, :now, :link)""")
                .param("id", seat.seat().value())
                .param("provider", careProvider.value())
                .param("unit", unit.value())
                .param("token", seat.token().hash())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("link", link == null ? null : link.value(), Types.OTHER)
                .update();
        return seat;
    }

    /** The living seat of whoever has come by a link. */
    Optional<SeatId> seatOf(GuestLinkId link) {
        return jdbc.sql("select id from meetings.seat where guest_link_id = ? and dead_at is null")
                .params(link.value())
                .query((row, i) -> new SeatId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** Another seat for the same link: the one before, with every secret of it, opens nothing from now on. */
    OfferedSeat seatAnew(RetentionUnitId unit, CareProviderId careProvider, GuestLinkId link) {
        closeSeat(unit, link);
        return seat(unit, careProvider, link);
    }

    /** The living seat of somebody who has come by a link, with another secret beside the few before. */
    Optional<OfferedSeat> offerAgain(GuestLinkId link) {
        Token token = Token.fresh();
        return jdbc.sql("""
                        update meetings.seat set token_hash = ?,
                            earlier_token_hashes = (array_prepend(token_hash, earlier_token_hashes))[:4]
                        where guest_link_id = ? and dead_at is null returning id""")
                .params(token.hash(), link.value())
                .query((row, i) -> new OfferedSeat(new SeatId(row.getObject("id", UUID.class)), token))
                .optional();
    }

    /** Whoever came by a link may not go on: their seat opens nothing from now on. */
    @Transactional
    public void closeSeat(RetentionUnitId unit, GuestLinkId link) {
        int closed = jdbc.sql("""
                        update meetings.seat set dead_at = :now
                        where retention_unit_id = :unit and guest_link_id = :link and (dead_at is null or dead_at > :now)""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("unit", unit.value())
                .param("link", link.value())
                .update();
        if (closed > 0) news.tell(SEATS, unit.toString());
    }

    /**
     * Another secret for a living seat, beside the few before: for somebody whose form arrived more than once, so that
     * each answer brings them to the seat, whichever the browser keeps.
     */
    @Transactional
    public Optional<OfferedSeat> offerAgain(RetentionUnitId unit) {
        Token token = Token.fresh();
        return jdbc.sql("""
                        update meetings.seat set token_hash = ?,
                            earlier_token_hashes = (array_prepend(token_hash, earlier_token_hashes))[:4]
                        where retention_unit_id = ? and guest_link_id is null and dead_at is null returning id""")
                .params(token.hash(), unit.value())
                .query((row, i) -> new OfferedSeat(new SeatId(row.getObject("id", UUID.class)), token))
                .optional();
    }

    @Override
    public Optional<Seated> holderOf(byte[] tokenHash) {
        return jdbc.sql("""
                        select id, retention_unit_id, care_provider_id from meetings.seat
                        where (token_hash = :token or earlier_token_hashes @> array[:token]) and (dead_at is null or dead_at > :now)""")
                .param("token", tokenHash)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, i) -> new Seated(
                        new SeatId(row.getObject("id", UUID.class)),
                        new RetentionUnitId(row.getObject("retention_unit_id", UUID.class)),
                        new CareProviderId(row.getObject("care_provider_id", UUID.class))))
                .optional();
    }

    /** Tells every page of the conversation, on every node, that something has changed. */
    public void changed(RetentionUnitId unit) {
        news.tell(TOPIC, unit.toString());
    }

    /**
     * The seats at a device open nothing from now on, while the conversation goes on: whoever sat there may not, the others stay,
     * guests with links of their own too.
     */
    @Transactional
    public void closeSeats(RetentionUnitId unit) {
        int closed = jdbc.sql("""
                        update meetings.seat set dead_at = :now
                        where retention_unit_id = :unit and guest_link_id is null and (dead_at is null or dead_at > :now)""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("unit", unit.value())
                .update();
        if (closed > 0) news.tell(SEATS, unit.toString());
    }

    /**
     * Locks the conversation for the rest of the transaction, so that it does not close meanwhile.
     *
     * @throws se.vardmote.platform.ProblemException {@code meetings/not-open} when it has closed
     */
    void mustBeOpen(RetentionUnitId unit) {
        boolean open = jdbc.sql(
                        "select 1 from meetings.conversation where retention_unit_id = ? and closed_at is null for update")
                .params(unit.value())
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!open) throw new MeetingProblem.NotOpen().asException();
    }

    /** Nothing more is written, and the seats open nothing from an instant on. */
    void close(RetentionUnitId unit, Instant seatsDieAt) {
        jdbc.sql("update meetings.conversation set closed_at = ? where retention_unit_id = ? and closed_at is null")
                .params(clock.instant().atOffset(ZoneOffset.UTC), unit.value())
                .update();
        letSeatsDie(unit, seatsDieAt);
        stateChanged(unit);
        events.publishEvent(new Closed(unit));
        changed(unit);
    }

    /** Its sixty days count from now, until its state changes again. */
    void stateChanged(RetentionUnitId unit) {
        retention.keepFrom(unit, clock.instant());
    }

    private int letSeatsDie(RetentionUnitId unit, Instant at) {
        return jdbc.sql("""
                        update meetings.seat set dead_at = :at
                        where retention_unit_id = :unit and (dead_at is null or dead_at > :at)""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("unit", unit.value())
                .update();
    }
}
