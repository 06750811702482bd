package se.vardmote.directory.settings.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.directory.settings.Effect;

/**
 * What one decision for many units would do.
 *
 * @param field the setting, with the new value as typed
 * @param chosen ids of all the units that are chosen
 * @param changing units at which something else holds from then on
 * @param staying units at which the same holds as before
 * @param digest what is agreed to
 * @param changedMeanwhile something else was shown a moment ago
 */
public record EffectPage(
        ValueField field,
        ManyUnitsForm form,
        List<String> chosen,
        List<Line> changing,
        List<Line> staying,
        boolean nothing,
        String digest,
        boolean changedMeanwhile) {

    public record Line(String unit, Effect.What what, ShownValue before, ShownValue after) {}

    ModelAndView view() {
        return new ModelAndView(
                "directory/effect", Map.of("page", this), changedMeanwhile ? HttpStatus.CONFLICT : HttpStatus.OK);
    }
}
