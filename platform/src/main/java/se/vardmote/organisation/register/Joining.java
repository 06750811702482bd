package se.vardmote.organisation.register;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CareProviderId;

/** Whether a care provider has joined the common documentation (lag 2022:913). Whoever calls has put it on record. */
@Component
public class Joining {
    private final JdbcClient database;

    public Joining(JdbcClient database) {
        this.database = database;
    }

    /** Leaving closes at once what was open to others. */
    public void write(CareProviderId careProvider, boolean joined) {
        database.sql("update organisation.care_provider set joined_documentation = :joined where id = :id")
                .param("joined", joined)
                .param("id", careProvider.value())
                .update();
    }
}
