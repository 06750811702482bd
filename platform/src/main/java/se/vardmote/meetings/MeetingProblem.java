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

    /** The care provider has no licence for calls with many parties, and one colleague is there or asked already (R4-272). */
    record LicenceForManyNeeded() implements MeetingProblem {
        @Override
        public String slug() {
            return "meetings/licence-for-many-needed";
        }

        @Override
        public int status() {
            return 403;
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

    /** Somebody who is in a call goes into no other before it is parked, left or ended. */
    record CallRunning() implements MeetingProblem {
        @Override
        public String slug() {
            return "meetings/call-running";
        }

        @Override
        public int status() {
            return 409;
        }
    }

    /** While another professional is in the call it is left or handed over, not parked. */
    record ColleagueHere() implements MeetingProblem {
        @Override
        public String slug() {
            return "meetings/colleague-here";
        }

        @Override
        public int status() {
            return 409;
        }
    }

    /** So many calls are parked already. */
    record TooManyParked(int most) implements MeetingProblem {
        @Override
        public String slug() {
            return "meetings/too-many-parked";
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

    /** Nobody licensed who works today at that unit, or there already, or one more than are asked at a time. */
    record CannotBeAsked() implements MeetingProblem {
        @Override
        public String slug() {
            return "meetings/cannot-be-asked";
        }

        @Override
        public int status() {
            return 409;
        }
    }

    /** The question was taken back, answered, or the call is over. */
    record NoLongerAsked() implements MeetingProblem {
        @Override
        public String slug() {
            return "meetings/no-longer-asked";
        }

        @Override
        public int status() {
            return 410;
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

    /** So many lines that nobody reads them any more. */
    record TooMuchSaid() implements MeetingProblem {
        @Override
        public String slug() {
            return "meetings/too-much-said";
        }

        @Override
        public int status() {
            return 409;
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

    /** Why a picture is not kept, shown or saved. */
    enum AboutPicture implements MeetingProblem {
        /** Something else than a JPEG, or one that cannot be read. */
        NOT_A_PICTURE("meetings/not-a-picture", 415),
        /** More bytes or more pixels than are taken. */
        TOO_LARGE("meetings/picture-too-large", 413),
        /** So many in a minute, or so many that nobody has decided about. */
        TOO_MANY("meetings/too-many-pictures", 429),
        /** Too many are read just now. */
        BUSY("meetings/picture-later", 503),
        /** Longer on its way than a place is kept for it. Not 408, which browsers answer by sending all of it again unasked. */
        TOO_SLOW("meetings/picture-too-slow", 413),
        /** There is no room left where pictures are kept. The call goes on. */
        NOT_KEPT("meetings/picture-not-kept", 507),
        /** It has been saved or discarded, or never was. */
        GONE("meetings/picture-gone", 410),
        /** The unit has decided that pictures are not saved. */
        NOT_SAVED_HERE("meetings/pictures-not-saved-here", 409),
        /** Nobody has said whether the patient was asked. */
        PATIENT_NOT_ASKED("meetings/patient-not-asked", 422),
        /** Nobody has said whose call it is, and nothing is saved before that. */
        PATIENT_NOT_CONFIRMED("meetings/patient-not-confirmed", 409);

        private final String slug;
        private final int status;

        AboutPicture(String slug, int status) {
            this.slug = slug;
            this.status = status;
        }

        @Override
        public String slug() {
            return slug;
        }

        @Override
        public int status() {
            return status;
        }
    }

    default ProblemException asException() {
        return new ProblemException(this);
    }
}
