package se.vardmote.meetings.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one document of a call, from the check of the camera to goodbye. Without script it still shows names, times and the
 * number to ring.
 *
 * @param role whose page it is
 * @param ticketUrl where the page asks for its ticket to the socket
 * @param goodbyeUrl where it goes when the call is over
 * @param dayUrl the professional's way back, else the start page
 * @param unit the unit that answers
 * @param phone of that unit, E.164
 * @param reason name of {@code CallReason}; null for whoever came by a link: it is not told to whom nobody has let in
 * @param since when they knocked, or when the call began
 * @param people who is here or is expected
 */
public record CallPage(
        Role role,
        String ticketUrl,
        String goodbyeUrl,
        String dayUrl,
        String unit,
        String phone,
        @Nullable String reason,
        Instant since,
        List<Person> people) {

    /** The two sides of a call. */
    public enum Role {
        CARE_WORKER("care-worker"),
        PROFESSIONAL("professional");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        /** As the room's script spells it. */
        public String word() {
            return word;
        }
    }

    /**
     * A person of the call.
     *
     * @param role {@code CARE_WORKER}, {@code PROFESSIONAL} or {@code PATIENT}
     * @param profession name of {@code Profession}, or null
     * @param identification name of {@code Identification}
     * @param phone E.164, or null
     */
    public record Person(
            String name,
            String role,
            @Nullable String profession,
            String identification,
            @Nullable String phone) {}

    public ModelAndView view() {
        return new ModelAndView("meetings/call", Map.of("page", this));
    }
}
