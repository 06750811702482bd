package se.vardmote.journal;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.retention.Forgettable;
import se.vardmote.vocabulary.RetentionUnitId;

/** Notes, pictures and background go when the documentation has had its time; that there was something to document stays. */
@Component
class ForgottenNotes implements Forgettable {
    private final JdbcClient jdbc;

    ForgottenNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void remove(Collection<RetentionUnitId> forgotten) {
        // The function answers nothing; a query needs a row to read.
        jdbc.sql("select journal.remove_forgotten(?)::text")
                .param(forgotten.stream().map(RetentionUnitId::value).toArray(java.util.UUID[]::new))
                .query(String.class)
                .list();
    }
}
