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
 */
public record SignedIn(
        String name,
        String profession,
        @Nullable String unit,
        String identification,
        boolean professional,
        boolean administrator,
        boolean severalRoles,
        boolean head) {

    public SignedIn(
            String name,
            String profession,
            @Nullable String unit,
            String identification,
            boolean professional,
            boolean administrator) {
        this(name, profession, unit, identification, professional, administrator, false, false);
    }
}
