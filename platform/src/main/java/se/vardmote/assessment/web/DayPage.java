package se.vardmote.assessment.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.assessment.planned.web.AwaitedPage;
import se.vardmote.retention.UndocumentedWarning;

/**
 * "Min dag" of the licensed professional: who waits, what the day holds, what is left to do.
 *
 * @param unit the units of the commissions that hold today
 * @param onDuty knocks sound here
 * @param volume how loud, in per cent
 * @param colleaguesOnDuty names of others on duty at the unit
 * @param gaps hours in the coming week at which nobody answers for their unit, or for one that it answers for
 * @param moreGaps how many more there are than are shown
 * @param calls see {@link MyCalls}
 * @param acute emergencies in calls that go on, on top of everything
 * @param waiting see {@link WaitingList}
 * @param awaited those who have a code to read out and have not come yet
 * @param today calls of the day, earliest first
 * @param toSign notes that wait for a signature, oldest first
 * @param toEnter signed notes that are not in the record system yet, oldest first
 * @param code the drop-in code to read out, or null when none is shown
 * @param notice null, or a code of something that just happened ({@code day.notice.<code>}): {@code taken},
 *     {@code refused}, {@code text-sent}, {@code gone}, {@code call-running}, {@code call-over}
 * @param noticeName who it was about or who did it; empty when the text needs no name
 */
public record DayPage(
        String unit,
        boolean onDuty,
        int volume,
        List<String> colleaguesOnDuty,
        List<GapLine> gaps,
        int moreGaps,
        MyCalls calls,
        AcuteList acute,
        WaitingList waiting,
        AwaitedPage awaited,
        List<Entry> today,
        List<NoteToDo> toSign,
        List<NoteToDo> toEnter,
        @Nullable DropInCode code,
        @Nullable String notice,
        String noticeName) {

    /** State of a call of today; texts are {@code day.state.<name>}. */
    public enum State {
        PLANNED,
        MISSED,
        IN_CALL,
        PARKED,
        ENDED_NOT_SIGNED,
        SIGNED,
        ENTERED,
        HOME_VISIT,
        OTHER_WAY,
        LEFT_BEFORE_JUDGEMENT
    }

    /**
     * A call of today.
     *
     * @param reason the name of a {@code CallReason}
     * @param href where it opens, or null
     * @param phone to call back, E.164, of who left before anybody answered, or never came; else null
     */
    public record Entry(
            Instant at,
            String reason,
            String patientName,
            State state,
            @Nullable String href,
            @Nullable String phone) {}

    /**
     * A note to sign or to enter in the record system: the duty's id, whose call and when it ended.
     *
     * @param warning how long the call's content is there to write from; null on the day itself, and when it is gone
     */
    public record NoteToDo(
            String duty,
            String patientName,
            Instant endedAt,
            @Nullable UndocumentedWarning warning) {}

    /** Six characters to read out, shown in two groups, and until when they open a knock. */
    public record DropInCode(String code, Instant until) {}

    public ModelAndView view() {
        return view(HttpStatus.OK);
    }

    /** With another status: 422 for a refused judgement, 409 when somebody else was first. */
    public ModelAndView view(HttpStatusCode status) {
        var view = new ModelAndView("assessment/day", Map.of("page", this));
        view.setStatus(status);
        return view;
    }
}
