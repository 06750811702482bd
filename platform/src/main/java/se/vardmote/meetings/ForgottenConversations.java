package se.vardmote.meetings;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.retention.Forgettable;
import se.vardmote.vocabulary.RetentionUnitId;

/** Texts, names and facts about devices go; that there was a call, who took part and when stays. */
@Component
class ForgottenConversations implements Forgettable {
    private final JdbcClient jdbc;

    ForgottenConversations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void remove(Collection<RetentionUnitId> forgotten) {
        // The function answers nothing; a query needs a row to read.
        jdbc.sql("select meetings.remove_forgotten(?)::text")
                .param(forgotten.stream().map(RetentionUnitId::value).toArray(UUID[]::new))
                .query(String.class)
                .list();
    }
}
