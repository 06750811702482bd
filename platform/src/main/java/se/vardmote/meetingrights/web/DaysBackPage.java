package se.vardmote.meetingrights.web;

import java.util.Map;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.organisation.meetingright.Temporary;

/**
 * Where what a head has given for some days is taken back, with {@code POST} of {@code reason}.
 *
 * @param back address of the list that it stands in
 * @param address where the form goes
 * @param errors field name → refusal code
 */
public record DaysBackPage(String back, String address, Temporary one, String reason, Map<String, String> errors) {

    ModelAndView view() {
        return Views.of("days-back", this, errors);
    }
}
