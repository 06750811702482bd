package se.vardmote.access;

import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import se.vardmote.audit.AuditLog;
import se.vardmote.platform.TestDatabase;

/** The question whose patients it is, with the answers of the modules that a test has put together. */
public final class TestCareAccess {
    private TestCareAccess() {}

    public static CareAccess on(TestDatabase db, Clock clock, CareRelations<?>... relations) {
        ObjectProvider<CareRelations<?>> known = new ObjectProvider<>() {
            @Override
            public Stream<CareRelations<?>> stream() {
                return Stream.of(relations);
            }
        };
        return new CareAccess(known, new AuditLog(db.audit()), clock);
    }
}
