package se.vardmote.assessment.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/** The section {@code #acute} of "Min dag": emergencies in calls that go on at the unit, earliest first. */
public record AcuteList(List<Row> rows) {
    public static final AcuteList NONE = new AcuteList(List.of());

    /**
     * A call in which somebody has pressed "Akut".
     *
     * @param key of the emergency
     * @param reason name of {@code CallReason}
     * @param by who pressed
     * @param callBack the care worker's number, E.164
     * @param from unit and area that the care worker came from; may be empty
     * @param place where the patient is, in the order to say it; may be empty
     */
    public record Row(
            String key,
            String reason,
            String patientName,
            String by,
            Instant at,
            String callBack,
            String from,
            List<PlacePart> place) {
        @Override
        public String toString() {
            return "Row[" + key + "]";
        }
    }

    /** Its word is {@code acute.place.<code>}. */
    public record PlacePart(String code, String text) {
        @Override
        public String toString() {
            return "PlacePart[" + code + "]";
        }
    }

    /** The fragment only, without a frame. */
    public ModelAndView view() {
        return new ModelAndView("assessment/acute", Map.of("page", this));
    }
}
