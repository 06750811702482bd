package se.vardmote.portal;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For load balancers and supervisors: one word and a status, nothing about the inside. */
@RestController
class HealthController {
    private final ApplicationAvailability availability;
    private final JdbcClient jdbc;

    HealthController(ApplicationAvailability availability, JdbcClient jdbc) {
        this.availability = availability;
        this.jdbc = jdbc;
    }

    /** 200 while the process is sound; 503: start it again. */
    @GetMapping("/halsa")
    ResponseEntity<String> alive() {
        return answer(availability.getLivenessState() == LivenessState.CORRECT);
    }

    /** 200 while it takes visitors; 503 before it is up, while it drains, and without its database. */
    @GetMapping("/halsa/redo")
    ResponseEntity<String> ready() {
        return answer(availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && databaseAnswers());
    }

    private boolean databaseAnswers() {
        try {
            return jdbc.sql("select 1").query(Integer.class).single() == 1;
        } catch (DataAccessException e) {
            return false;
        }
    }

    /** Plain text whatever was asked for: a person may look with a browser. */
    private static ResponseEntity<String> answer(boolean well) {
        return ResponseEntity.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.TEXT_PLAIN)
                .body(well ? "ok" : "ej redo");
    }
}
