package se.vardmote.ui;

import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, as the frame shows it on every page.
 *
 * @param profession name of {@code Profession}
 * @param unit the unit of the commission
 * @param severalRoles may go on as something else without a new card
 * @param identification name of {@code Identification}: the way of sign-in
 * @param head is head of that unit
 * @param assignment kind of the assignment in social services; null for the others, who have a profession here
 * @param withoutRight licensed, without the right to digital meetings that the care provider asks for
 * @param way name of {@code WayIn} under an assignment; null for the others
 */
public record SignedIn(
        String name,
        String profession,
        @Nullable String unit,
        String identification,
        boolean professional,
        boolean administrator,
        boolean severalRoles,
        boolean head,
        boolean withoutRight,
        @Nullable String assignment,
        @Nullable String way) {

    /** Under an assignment in social services. */
    public static SignedIn assigned(String name, String assignment, String unit, String way, boolean severalRoles) {
        return new SignedIn(name, "", unit, "", false, false, severalRoles, false, false, assignment, way);
    }

    public SignedIn(
            String name,
            String profession,
            @Nullable String unit,
            String identification,
            boolean professional,
            boolean administrator,
            boolean severalRoles,
            boolean head) {
        this(
                name,
                profession,
                unit,
                identification,
                professional,
                administrator,
                severalRoles,
                head,
                false,
                null,
                null);
    }

    public SignedIn(
            String name,
            String profession,
            @Nullable String unit,
            String identification,
            boolean professional,
            boolean administrator) {
        this(name, profession, unit, identification, professional, administrator, false, false);
    }

    /** Key of what this person works as, among the messages. */
    public String titleKey() {
        return assignment == null ? "profession." + profession : "org.assignment." + assignment;
    }

    /** Key of how we know who it is, among the messages. */
    public String wayKey() {
        return way == null ? "identification." + identification : "way-in." + way;
    }
}
