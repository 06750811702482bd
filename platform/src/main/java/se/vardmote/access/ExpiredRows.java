package se.vardmote.access;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardmote.organisation.Devices;

/** Removes what can no longer be used. Nothing relies on it: whoever reads these rows looks at the time first. */
@Configuration
class ExpiredRows {
    private static final Duration SESSIONS_KEPT = Duration.ofDays(30);
    private static final List<String> TABLES = List.of(
            "ticket",
            "authorization_request",
            "commission_choice",
            "card_sign_in",
            "card_standing",
            "pairing",
            "drop_in_code",
            "call_code",
            "code_try",
            "code_place",
            "guest_visit",
            "guest_code",
            "guest_link",
            "invitation");
    private final JdbcClient database;
    private final Devices devices;
    private final Clock clock;

    ExpiredRows(JdbcClient database, Devices devices, Clock clock) {
        this.database = database;
        this.devices = devices;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> removeExpiredAccess() {
        return Tasks.recurring("access-expired", FixedDelay.ofMinutes(10)).execute((instance, context) -> remove());
    }

    void remove() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        for (String table : TABLES) {
            database.sql("delete from access." + table + " where expires_at < :now")
                    .param("now", now)
                    .update();
        }
        database.sql("delete from access.session where created_at < :oldest")
                .param("oldest", now.minus(SESSIONS_KEPT))
                .update();
        devices.forgetRetiredTokens();
    }
}
