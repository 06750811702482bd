package se.vardmote.assessment.planned.web;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.vardmote.access.GuestAssurance;
import se.vardmote.access.GuestRole;
import se.vardmote.assessment.planned.Invite;
import se.vardmote.notifications.Recipient;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.PersonName;

/**
 * Who is to be invited, as typed; an absent field is empty. {@code how} is {@code skicka} to send the link, {@code kopiera} to hand it over
 * in another way.
 */
public record GuestForm(String guestRole, String guestName, String address, String least, String saidNo, String how) {

    public static final GuestForm EMPTY = new GuestForm("PATIENT", "", "", "NOT_IDENTIFIED", "", "");

    public GuestForm {
        guestRole = typed(guestRole);
        guestName = typed(guestName);
        address = typed(address);
        least = typed(least);
        saidNo = typed(saidNo);
        how = typed(how);
    }

    boolean sends() {
        return how.equals("skicka");
    }

    /** Empty when something is wrong, with a code for each field. */
    Optional<Invite> read(Map<String, String> errors) {
        GuestRole role = named(GuestRole.values(), guestRole, "guestRole", errors);
        GuestAssurance lowest = named(GuestAssurance.values(), least, "least", errors);
        PersonName name = role == GuestRole.RELATIVE ? value(PersonName.parse(guestName), "guestName", errors) : null;
        Recipient to = address.isEmpty() && !sends() ? null : value(Recipient.parse(address), "address", errors);
        if (sends() && saidNo.equals("yes")) errors.put("saidNo", "cannot-send");
        if (!errors.isEmpty() || role == null || lowest == null) return Optional.empty();
        return Optional.of(new Invite(role, lowest, name, to, saidNo.equals("yes")));
    }

    private static <T> @Nullable T value(Parsed<T> parsed, String field, Map<String, String> errors) {
        return switch (parsed) {
            case Parsed.Valid<T>(T value) -> value;
            case Parsed.Refused<T>(String reason) -> {
                errors.put(field, reason);
                yield null;
            }
        };
    }

    private static <E extends Enum<E>> @Nullable E named(
            E[] values, String name, String field, Map<String, String> errors) {
        return Stream.of(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    errors.put(field, "missing");
                    return null;
                });
    }

    private static String typed(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    @Override
    public String toString() {
        return "GuestForm[]";
    }
}
