package se.vardmote.assessment;

import java.util.Map;
import se.vardmote.platform.Problem;
import se.vardmote.platform.ProblemException;

/** Why something cannot be done with somebody who waits. */
public sealed interface AssessmentProblem extends Problem {

    /** No such drop-in at this unit; what is at another unit is not told apart. */
    record NoSuchDropIn() implements AssessmentProblem {
        @Override
        public String slug() {
            return "assessment/no-such-drop-in";
        }

        @Override
        public int status() {
            return 404;
        }
    }

    /** Somebody was first. @param by who, for the colleague who reads it */
    record AlreadyJudged(String by) implements AssessmentProblem {
        @Override
        public String slug() {
            return "assessment/already-judged";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("by", by);
        }
    }

    /** The one who waited has gone. */
    record StoppedWaiting() implements AssessmentProblem {
        @Override
        public String slug() {
            return "assessment/stopped-waiting";
        }
    }

    /** Only licensed professionals judge and let in (R0-14). */
    record LicenceNeeded() implements AssessmentProblem {
        @Override
        public String slug() {
            return "assessment/licence-needed";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** Nobody has been set to answer for the unit. */
    record NoReceiver() implements AssessmentProblem {
        @Override
        public String slug() {
            return "assessment/no-receiver";
        }
    }

    /** Something is missing in the judgement. @param errors field name → stable refusal code */
    record JudgementIncomplete(Map<String, String> errors) implements AssessmentProblem {
        @Override
        public String slug() {
            return "assessment/judgement-incomplete";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("errors", errors);
        }
    }

    /** No such planned call here; what is at another unit is not told apart. */
    record NoSuchPlannedCall() implements AssessmentProblem {
        @Override
        public String slug() {
            return "assessment/no-such-planned-call";
        }

        @Override
        public int status() {
            return 404;
        }
    }

    /** They have come already, or it is cancelled. */
    record NotPlanned() implements AssessmentProblem {
        @Override
        public String slug() {
            return "assessment/not-planned";
        }
    }

    /** Nobody is invited by this link, or it has been taken back. */
    record NoSuchGuest() implements AssessmentProblem {
        @Override
        public String slug() {
            return "assessment/no-such-guest";
        }

        @Override
        public int status() {
            return 404;
        }
    }

    /** As many are invited as there may be. */
    record TooManyGuests(int most) implements AssessmentProblem {
        @Override
        public String slug() {
            return "assessment/too-many-guests";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("most", most);
        }
    }

    /** They have said no to messages, there is no address, or nobody carries what goes there. */
    record CannotBeTold() implements AssessmentProblem {
        @Override
        public String slug() {
            return "assessment/cannot-be-told";
        }

        @Override
        public int status() {
            return 409;
        }
    }

    default ProblemException asException() {
        return new ProblemException(this);
    }
}
