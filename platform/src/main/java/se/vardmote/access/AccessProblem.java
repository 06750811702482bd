package se.vardmote.access;

import java.util.Map;
import se.vardmote.platform.Problem;

/** Why somebody was not let through. */
public sealed interface AccessProblem extends Problem {

    @Override
    default int status() {
        return 403;
    }

    /** Nobody is signed in, or the session has ended. */
    record SignInNeeded() implements AccessProblem {
        @Override
        public String slug() {
            return "access/sign-in-needed";
        }

        @Override
        public int status() {
            return 401;
        }
    }

    /** Signed in, but this is for somebody else: {@code needs} is a word of the rights table. */
    record NotForYou(String needs) implements AccessProblem {
        @Override
        public String slug() {
            return "access/not-for-you";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("needs", needs);
        }
    }

    /** Only for enrolled devices and those who have typed a code. */
    record DeviceOrCodeNeeded() implements AccessProblem {
        @Override
        public String slug() {
            return "access/device-or-code-needed";
        }
    }

    /** Only for those who have opened the link that was sent to them, and it holds still. */
    record LinkNeeded() implements AccessProblem {
        @Override
        public String slug() {
            return "access/link-needed";
        }
    }

    /** The seat does not exist, or its call is over. */
    record SeatNeeded() implements AccessProblem {
        @Override
        public String slug() {
            return "access/seat-needed";
        }
    }

    /** No relation to the patient or the call. Also said of what does not exist, so that nothing can be guessed. */
    record NoRelation() implements AccessProblem {
        @Override
        public String slug() {
            return "access/no-relation";
        }
    }

    /** What was stated does not open this: another care provider's data, or a condition that is not vouched for. */
    record NotOpenedByThat() implements AccessProblem {
        @Override
        public String slug() {
            return "access/not-opened-by-that";
        }
    }

    /** The rights table lets somebody else send this on the socket, or nobody. */
    record MayNotSend() implements AccessProblem {
        @Override
        public String slug() {
            return "access/may-not-send";
        }
    }

    /** There is no such page. */
    record NoSuchPage() implements AccessProblem {
        @Override
        public String slug() {
            return "access/no-such-page";
        }

        @Override
        public int status() {
            return 404;
        }
    }

    /** The request was made to another host, or comes from another site's page. */
    record ForeignOrigin() implements AccessProblem {
        @Override
        public String slug() {
            return "access/foreign-origin";
        }
    }

    /** The form was made for another visit: fetch the page again. */
    record FormTooOld() implements AccessProblem {
        @Override
        public String slug() {
            return "access/form-too-old";
        }
    }

    /** No such device at this care provider. */
    record NoSuchDevice() implements AccessProblem {
        @Override
        public String slug() {
            return "access/no-such-device";
        }

        @Override
        public int status() {
            return 404;
        }
    }

    /** The device has been revoked, which is for good. */
    record DeviceRevoked() implements AccessProblem {
        @Override
        public String slug() {
            return "access/device-revoked";
        }

        @Override
        public int status() {
            return 409;
        }
    }
}
