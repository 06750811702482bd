package se.vardmote.meetings;

/**
 * Where the patient is, for those who must find the way there; what is not known is empty.
 *
 * @param address street and number, or the name of the home
 * @param room in a home
 */
public record PatientPlace(String address, String floor, String doorCode, String room) {
    /** Characters in each. */
    public static final int LONGEST = 120;

    public static final PatientPlace UNKNOWN = new PatientPlace("", "", "", "");

    /** What is asked for, in the order to say it. */
    public enum Part {
        ADDRESS,
        FLOOR,
        DOOR_CODE,
        ROOM
    }

    PatientPlace with(Part part, String text) {
        return switch (part) {
            case ADDRESS -> new PatientPlace(text, floor, doorCode, room);
            case FLOOR -> new PatientPlace(address, text, doorCode, room);
            case DOOR_CODE -> new PatientPlace(address, floor, text, room);
            case ROOM -> new PatientPlace(address, floor, doorCode, text);
        };
    }

    @Override
    public String toString() {
        return "PatientPlace[]";
    }
}
