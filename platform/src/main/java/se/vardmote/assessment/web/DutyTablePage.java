package se.vardmote.assessment.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.ui.Words;

/**
 * The administrator's duty table: who answers knocks from where, when.
 *
 * @param careProvider whose knocks they are
 * @param gaps hours without anybody in the days to come, earliest first
 * @param missing hours at which somebody answers, but nobody of a profession that is answered for at other hours
 * @param moreGaps how many more there are of both than are shown
 * @param units that knock, each with its rules
 * @param places that a rule can be for
 * @param professions names of those that can be sought
 * @param receivers units that can answer
 * @param form the rule as typed
 * @param errors field name → refusal code ({@code duty-table.<field>.<code>}, else {@code refusal.<code>})
 * @param notice null, or what just happened ({@code duty-table.notice.<code>}): {@code kept}, {@code removed}
 */
public record DutyTablePage(
        String careProvider,
        List<GapLine> gaps,
        List<GapLine> missing,
        int moreGaps,
        List<Unit> units,
        List<Option> places,
        List<String> professions,
        List<Option> receivers,
        DutyRuleForm form,
        Map<String, String> errors,
        @Nullable String notice) {
    private static final int WORKDAYS = 5;

    /** Something to choose. */
    public record Option(String value, String name) {}

    /** A unit that knocks. */
    public record Unit(String name, List<Rule> rules) {}

    /**
     * One rule.
     *
     * @param days in order
     * @param from the first day, when it does not hold yet
     * @param until the last day, when there is one
     */
    public record Rule(
            String id,
            List<DayOfWeek> days,
            LocalTime starts,
            LocalTime ends,
            @Nullable String area,
            @Nullable String profession,
            String receiver,
            @Nullable String from,
            @Nullable String until) {

        /** {@code alla dagar}, {@code måndag–fredag}, {@code lördag, söndag} */
        public String daysIn(Words say) {
            if (days.size() == DayOfWeek.values().length) return say.text("duty-table.days.all");
            if (days.equals(Arrays.asList(DayOfWeek.values()).subList(0, WORKDAYS)))
                return say.text("duty-table.days.working");
            return days.stream()
                    .map(day -> say.text("day-of-week." + day.name()))
                    .collect(Collectors.joining(", "));
        }

        /** {@code 22.00–07.00}, {@code dygnet runt} */
        public String hoursIn(Words say) {
            if (starts.equals(ends) && starts.equals(LocalTime.MIDNIGHT)) return say.text("duty-table.round-the-clock");
            return say.clock(starts) + "–" + say.clock(ends);
        }
    }

    /** 200, or 422 when there are errors. */
    public ModelAndView view() {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("assessment/duty-table", Map.of("page", this), status);
    }
}
