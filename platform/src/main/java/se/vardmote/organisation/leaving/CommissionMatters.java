package se.vardmote.organisation.leaving;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Commissions that go on after the last day; the other one has the same name and purpose. */
@Component
class CommissionMatters extends UnitTies {
    CommissionMatters(JdbcClient database) {
        super(database, "commission", "name, purpose", "s.listed_name || ', ' || t.name");
    }
}
