package se.vardmote.accesslog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.vardmote.audit.Accessed;
import se.vardmote.audit.AuditTrail;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.LogReviewId;

/** The reviews of every unit, as they were made: the running role can add, and change nothing. */
@Repository
class LogReviews {
    private static final int MOST_SHOWN = 100;
    private static final String SELECT = """
            select r.*, c.outcome, c.words, c.concluded_at,
                organisation.shown_name(r.begun_by, r.begun_by_name) as begun_by_shown,
                organisation.shown_name(c.concluded_by, c.concluded_by_name) as concluded_by_shown
            from accesslog.review r left join accesslog.conclusion c on c.review_id = r.id\s""";

    private final JdbcClient jdbc;
    private final AuditTrail trail;

    LogReviews(JdbcClient jdbc, AuditTrail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /** Newest first; at most 100. */
    List<LogReview> of(CareProviderId careProvider, CareUnitId unit) {
        return jdbc.sql(SELECT + "where r.care_provider_id = ? and care_unit_id = ? order by begun_at desc, id limit ?")
                .params(careProvider.value(), unit.value(), MOST_SHOWN)
                .query((row, i) -> review(row))
                .list();
    }

    Optional<LogReview> find(CareProviderId careProvider, LogReviewId id) {
        return jdbc.sql(SELECT + "where r.care_provider_id = ? and r.id = ?")
                .params(careProvider.value(), id.value())
                .query((row, i) -> review(row))
                .optional();
    }

    /** What was picked, by rule and time, as the log tells it. */
    List<Pick> picks(LogReview review) {
        record Row(
                Rule rule,
                long event,
                int times,
                OffsetDateTime last,
                @Nullable Integer patients,
                int found) {}
        List<Row> rows = jdbc.sql("""
                        select rule, event_id, times, last_at, patients, found from accesslog.pick
                        where care_provider_id = ? and review_id = ? order by rule, place""")
                .params(review.careProvider().value(), review.id().value())
                .query((row, i) -> new Row(
                        Rule.valueOf(row.getString("rule")),
                        row.getLong("event_id"),
                        row.getInt("times"),
                        row.getObject("last_at", OffsetDateTime.class),
                        row.getObject("patients", Integer.class),
                        row.getInt("found")))
                .list();
        Map<Long, Accessed> events = trail.events(rows.stream().map(Row::event).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Accessed::event, Function.identity()));
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(events.get(row.event()))
                        .map(event -> new Pick(
                                row.rule(),
                                event.alike(row.last().toInstant(), row.times()),
                                row.patients(),
                                row.found())))
                .toList();
    }

    void add(LogReview review, UUID by, List<Pick> picks) {
        jdbc.sql("""
                        insert into accesslog.review values (:id, :careProvider, :unit, :first, :last, :seed, :sample, :many,
                            :within, :dayBegins, :dayEnds, :readings, :at, :by, :byName)""")
                .param("id", review.id().value())
                .param("careProvider", review.careProvider().value())
                .param("unit", review.unit().value())
                .param("first", review.firstDay())
                .param("last", review.lastDay())
                .param("seed", review.seed())
                .param("sample", review.limits().sample())
                .param("many", review.limits().manyPatients())
                .param("within", review.limits().withinMinutes())
                .param("dayBegins", review.limits().dayBegins())
                .param("dayEnds", review.limits().dayEnds())
                .param("readings", review.readings())
                .param("at", Limits.utc(review.begunAt()))
                .param("by", by)
                .param("byName", review.begunBy())
                .update();
        for (int place = 0; place < picks.size(); place++) add(review, place, picks.get(place));
    }

    /** @return false when there is a conclusion already: the first stays */
    boolean conclude(LogReview review, UUID by, LogReview.Conclusion conclusion) {
        return jdbc.sql("""
                        insert into accesslog.conclusion (review_id, care_provider_id, outcome, words, concluded_at,
                            concluded_by, concluded_by_name) values (?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(
                                review.id().value(),
                                review.careProvider().value(),
                                conclusion.outcome().name(),
                                conclusion.words(),
                                Limits.utc(conclusion.at()),
                                by,
                                conclusion.by())
                        .update()
                > 0;
    }

    private void add(LogReview review, int place, Pick pick) {
        jdbc.sql("""
                        insert into accesslog.pick (review_id, care_provider_id, rule, place, event_id, times, last_at,
                            patients, found) values (:review, :careProvider, :rule, :place, :event, :times, :last, :patients, :found)""")
                .param("review", review.id().value())
                .param("careProvider", review.careProvider().value())
                .param("rule", pick.rule().name())
                .param("place", place)
                .param("event", pick.reading().event())
                .param("times", pick.reading().times())
                .param("last", Limits.utc(pick.reading().last()))
                .param("patients", pick.patients())
                .param("found", pick.found())
                .update();
    }

    private static LogReview review(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new LogReview(
                LogReviewId.of(row.getString("id")),
                new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                new CareUnitId(row.getObject("care_unit_id", UUID.class)),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getLong("seed"),
                new Limits(
                        row.getInt("sample_size"),
                        row.getInt("many_patients"),
                        row.getInt("within_minutes"),
                        row.getObject("day_begins", LocalTime.class),
                        row.getObject("day_ends", LocalTime.class)),
                row.getInt("readings"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getString("begun_by_shown"),
                outcome == null
                        ? null
                        : new LogReview.Conclusion(
                                LogReview.Outcome.valueOf(outcome),
                                row.getString("words"),
                                row.getObject("concluded_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("concluded_by_shown")));
    }
}
