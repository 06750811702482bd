package se.vardmote.training.cast;

import java.util.Locale;
import java.util.UUID;

/** A tablet that a unit shares, known to the product as a device. */
public record Tablet(String name, CareUnit unit, String area) {

    /** The name as it stands in an address: {@code ipad-07}. */
    public String slug() {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** The device's id in the product's database. */
    public UUID id() {
        return FixedId.of(slug());
    }
}
