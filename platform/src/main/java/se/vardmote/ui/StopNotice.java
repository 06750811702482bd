package se.vardmote.ui;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.vardmote.organisation.stops.PlannedStop;

/**
 * A planned stop as the frame tells it.
 *
 * @param text Swedish
 * @param english null where nobody has written it: the Swedish is shown then
 * @param running it goes on; else it is announced
 */
public record StopNotice(String text, @Nullable String english, Instant starts, Instant ends, boolean running) {

    static StopNotice of(PlannedStop stop, Instant now) {
        return new StopNotice(stop.text(), stop.english(), stop.starts(), stop.ends(), stop.runsAt(now));
    }

    /** {@code Planerat stopp i dag 22.00, till i dag 23.00.} */
    public String whenIn(Words say) {
        return running
                ? say.text("stops.running", say.when(ends))
                : say.text("stops.ahead", say.when(starts), say.when(ends));
    }

    public String textIn(Words say) {
        return inEnglish(say) ? String.valueOf(english) : text;
    }

    /** The language of {@link #textIn}. */
    public String tagIn(Words say) {
        return (inEnglish(say) ? Language.EN : Language.SV).tag();
    }

    private boolean inEnglish(Words say) {
        return say.language() == Language.EN && english != null;
    }
}
