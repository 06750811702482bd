package se.vardmote.journal;

import se.vardmote.platform.Problem;
import se.vardmote.platform.ProblemException;

/** Why something cannot be done with a note. */
public sealed interface JournalProblem extends Problem {

    /** No such duty at this care provider and unit, or another's to write: not told apart to a stranger. */
    record NoSuchDuty() implements JournalProblem {
        @Override
        public String slug() {
            return "journal/no-such-duty";
        }

        @Override
        public int status() {
            return 404;
        }
    }

    default ProblemException asException() {
        return new ProblemException(this);
    }
}
