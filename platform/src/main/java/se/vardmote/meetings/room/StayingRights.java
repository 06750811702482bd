package se.vardmote.meetings.room;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actor;
import se.vardmote.access.MessageRights;
import se.vardmote.access.Seated;
import se.vardmote.access.SessionId;
import se.vardmote.access.Sessions;
import se.vardmote.access.StaffMember;
import se.vardmote.vocabulary.SeatId;

/** Whether those behind open pages may stay there: sessions and seats are read again, for all pages at once. */
@Component
class StayingRights {
    private final Sessions sessions;
    private final MessageRights rights;
    private final JdbcClient jdbc;
    private final Clock clock;

    StayingRights(Sessions sessions, MessageRights rights, JdbcClient jdbc, Clock clock) {
        this.sessions = sessions;
        this.rights = rights;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those who may not stay, each with the word that its page is told. The others hold their rights as of now. */
    Map<LivePage, ClosedReason> withoutRight(Collection<LivePage> pages) {
        // As they are now: pages come and sign in anew while we ask.
        Map<LivePage, Actor> asked =
                pages.stream().collect(Collectors.toMap(Function.identity(), LivePage::actor, (one, same) -> one));
        Map<LivePage, ClosedReason> reasons = new HashMap<>();
        Map<SessionId, StaffMember> signedIn = sessions.stillSignedIn(sessionsOf(asked.values()));
        Map<SeatId, ClosedReason> dead = deadAmong(asked.values());
        asked.forEach((page, actor) -> {
            ClosedReason reason =
                    switch (actor) {
                        case StaffMember before -> reason(page, before, signedIn.get(before.session()));
                        case Seated seated -> dead.get(seated.seat());
                        default -> ClosedReason.REVOKED;
                    };
            if (reason != null && page.actor() == actor) reasons.put(page, reason);
        });
        return reasons;
    }

    /** Whoever has a call open is there, although nothing else of theirs is heard. */
    void seen(Collection<LivePage> pages) {
        sessions.seen(sessionsOf(
                pages.stream().filter(LivePage::answers).map(LivePage::actor).toList()));
    }

    private @Nullable ClosedReason reason(LivePage page, StaffMember before, @Nullable StaffMember now) {
        if (now == null) return ClosedReason.of(sessions.whyOver(before.session()));
        if (!rights.maySend(now, PageMessage.type(PageMessage.Beat.class))) return ClosedReason.REVOKED;
        page.renew(before, now);
        return null;
    }

    private static Set<SessionId> sessionsOf(Collection<Actor> actors) {
        return actors.stream()
                .filter(StaffMember.class::isInstance)
                .map(actor -> ((StaffMember) actor).session())
                .collect(Collectors.toSet());
    }

    /**
     * A seat that died with its conversation is no matter of rights: the page has been told how it ended. One that died because somebody has come
     * anew by its link is elsewhere now.
     */
    private Map<SeatId, ClosedReason> deadAmong(Collection<Actor> actors) {
        UUID[] seats = actors.stream()
                .filter(Seated.class::isInstance)
                .map(actor -> ((Seated) actor).seat().value())
                .toArray(UUID[]::new);
        if (seats.length == 0) return Map.of();
        return jdbc
                .sql("""
                        select s.id, exists (select from meetings.seat o
                            where o.guest_link_id = s.guest_link_id and o.dead_at is null) as elsewhere
                        from meetings.seat s
                        join meetings.conversation c on c.retention_unit_id = s.retention_unit_id
                        where s.id = any(:seats) and s.dead_at <= :now and c.closed_at is null""")
                .param("seats", seats)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> Map.entry(
                        new SeatId(row.getObject("id", UUID.class)),
                        row.getBoolean("elsewhere") ? ClosedReason.ELSEWHERE : ClosedReason.REVOKED))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
