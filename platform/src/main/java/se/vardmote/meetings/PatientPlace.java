package se.vardmote.meetings;

import java.util.stream.Stream;

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

    public boolean isTooLong() {
        return Stream.of(address, floor, doorCode, room).anyMatch(text -> text.length() > LONGEST);
    }

    @Override
    public String toString() {
        return "PatientPlace[]";
    }
}
