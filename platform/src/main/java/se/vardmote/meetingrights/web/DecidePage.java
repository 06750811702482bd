package se.vardmote.meetingrights.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.organisation.meetingright.Application;
import se.vardmote.organisation.qualifications.Qualification;

/**
 * One application: who, in which commission's unit, with which training; granted, rejected or revoked with {@code POST} of {@code
 * what} (grant, reject, revoke) and {@code reason}.
 *
 * @param missing training that is not completed: while there is any, the right cannot be granted
 * @param own the reader's: decided by somebody else
 * @param errors field name → refusal code
 */
public record DecidePage(
        Application application,
        List<Qualification> training,
        List<Qualification.Kind> missing,
        LocalDate today,
        boolean own,
        String reason,
        Map<String, String> errors) {

    ModelAndView view() {
        return Views.of("decide", this, errors);
    }
}
