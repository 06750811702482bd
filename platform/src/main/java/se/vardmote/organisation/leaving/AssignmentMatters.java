package se.vardmote.organisation.leaving;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Assignments in social services that go on after the last day. */
@Component
class AssignmentMatters extends UnitTies {
    AssignmentMatters(JdbcClient database) {
        super(database, "assignment", "kind", "s.listed_name");
    }
}
