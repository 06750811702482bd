package se.vardmote.meetings;

import java.util.Map;
import se.vardmote.platform.Problem;
import se.vardmote.platform.ProblemException;

/** Why something cannot be done in a conversation or meeting. */
public sealed interface MeetingProblem extends Problem {

    /** It has ended, or never was: the two are not told apart to a stranger. */
    record NotOpen() implements MeetingProblem {
        @Override
        public String slug() {
            return "meetings/not-open";
        }

        @Override
        public int status() {
            return 410;
        }
    }

    /** Only the chair may do it. */
    record NotTheChair() implements MeetingProblem {
        @Override
        public String slug() {
            return "meetings/not-the-chair";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** A text that is empty or too long. */
    record TextNotSent(int longest) implements MeetingProblem {
        @Override
        public String slug() {
            return "meetings/text-not-sent";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("longest", longest);
        }
    }

    /** Only staff who are in the call may do it, each their own part. */
    record StaffOnly() implements MeetingProblem {
        @Override
        public String slug() {
            return "meetings/staff-only";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** An instruction that is empty or too long. */
    record InstructionNotSent(int mostLines, int longest) implements MeetingProblem {
        @Override
        public String slug() {
            return "meetings/instruction-not-sent";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("lines", mostLines, "longest", longest);
        }
    }

    default ProblemException asException() {
        return new ProblemException(this);
    }
}
