package se.vardmote.meetingrights.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.meetingrights.UnitOfTheHead;
import se.vardmote.organisation.meetingright.Temporary;

/**
 * The head's unit: its staff with training and rights, what has been given for some days, which kinds of care suit.
 *
 * @param unit its name
 * @param reasons names of {@code CallReason}, each to be ticked
 * @param suitable those that are ticked
 * @param said somebody has said which suit
 * @param asked the right has to be applied for today
 */
public record UnitPage(
        String unit,
        List<UnitOfTheHead.Line> staff,
        List<Temporary> given,
        List<String> reasons,
        List<String> suitable,
        boolean said,
        boolean asked,
        boolean kept,
        LocalDate today) {

    ModelAndView view() {
        return Views.of("unit", this, Map.of());
    }
}
