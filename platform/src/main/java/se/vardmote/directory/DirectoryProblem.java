package se.vardmote.directory;

import se.vardmote.platform.Problem;
import se.vardmote.platform.ProblemException;

/** Why the directory does not show or change something. */
public sealed interface DirectoryProblem extends Problem {

    /** No such unit at the administrator's care provider. */
    record NoSuchUnit() implements DirectoryProblem {
        @Override
        public String slug() {
            return "directory/no-such-unit";
        }

        @Override
        public int status() {
            return 404;
        }
    }

    /** No such person, or another care provider's row. */
    record NoSuchPerson() implements DirectoryProblem {
        @Override
        public String slug() {
            return "directory/no-such-person";
        }

        @Override
        public int status() {
            return 404;
        }
    }

    /** Nobody gives themselves rights. */
    record NotYourself() implements DirectoryProblem {
        @Override
        public String slug() {
            return "directory/not-yourself";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** Something is open there that nobody has handed over or ended. */
    record StillOpen() implements DirectoryProblem {
        @Override
        public String slug() {
            return "directory/still-open";
        }

        @Override
        public int status() {
            return 409;
        }
    }

    /** No such setting: of an older version, or made up. */
    record NoSuchSetting() implements DirectoryProblem {
        @Override
        public String slug() {
            return "directory/no-such-setting";
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
