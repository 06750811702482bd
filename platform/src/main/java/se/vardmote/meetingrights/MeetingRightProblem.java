package se.vardmote.meetingrights;

import se.vardmote.platform.Problem;
import se.vardmote.platform.ProblemException;

/** Why nothing was decided about somebody's right to hold digital meetings. */
public sealed interface MeetingRightProblem extends Problem {

    /** No such application at the administrator's care provider, or nobody of that id at the head's unit. */
    record NoSuchApplication() implements MeetingRightProblem {
        @Override
        public String slug() {
            return "meeting-rights/no-such-application";
        }

        @Override
        public int status() {
            return 404;
        }
    }

    /** Somebody else was first, or it was decided in another window. */
    record DecidedAlready() implements MeetingRightProblem {
        @Override
        public String slug() {
            return "meeting-rights/decided-already";
        }

        @Override
        public int status() {
            return 409;
        }
    }

    /** Nobody gives themselves rights. */
    record NotYourself() implements MeetingRightProblem {
        @Override
        public String slug() {
            return "meeting-rights/not-yourself";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** Only whoever holds a licence can be given the right. */
    record LicenceNeeded() implements MeetingRightProblem {
        @Override
        public String slug() {
            return "meeting-rights/licence-needed";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    default ProblemException asException() {
        return new ProblemException(this);
    }
}
