package se.vardmote.ui;

import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/** "Jag har en kallelse": how to use what stands in a summons, and whom to ring. */
public record SummonsPage(List<StartPage.UnitNumber> numbers) {

    public ModelAndView view() {
        return new ModelAndView("ui/summons", Map.of("page", this));
    }
}
