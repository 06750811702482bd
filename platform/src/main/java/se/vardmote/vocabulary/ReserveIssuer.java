package se.vardmote.vocabulary;

/**
 * Who gives out a reserve number. There is no single form: each issuer has its own, published or not. Names of the
 * issuers stand in the message files ({@code reserve.NATIONAL}).
 *
 * <p>Source of OIDs and forms: Inera, "Lokala reservidentiteter"; "Nationellt ReservID, specifikation 1.0". Where no OID
 * is known to us the system is a URN of ours, so that a number is never mixed up with another region's.
 */
public enum ReserveIssuer {
    NATIONAL("http://electronichealth.se/identifier/nationelltReservnummer"),
    INERA("urn:oid:1.2.752.129.2.1.3.2"),
    STOCKHOLM("urn:oid:1.2.752.97.3.1.3"),
    VASTRA_GOTALAND("urn:oid:1.2.752.113.11.0.2.1.1.1"),
    VARMLAND("urn:oid:1.2.752.74.9.2"),
    SKANE("urn:vardmote:reserve-number:skane"),
    BLEKINGE("urn:vardmote:reserve-number:blekinge"),
    DALARNA("urn:vardmote:reserve-number:dalarna"),
    GAVLEBORG("urn:vardmote:reserve-number:gavleborg"),
    GOTLAND("urn:vardmote:reserve-number:gotland"),
    HALLAND("urn:vardmote:reserve-number:halland"),
    JAMTLAND_HARJEDALEN("urn:vardmote:reserve-number:jamtland-harjedalen"),
    JONKOPING("urn:vardmote:reserve-number:jonkoping"),
    KALMAR("urn:vardmote:reserve-number:kalmar"),
    KRONOBERG("urn:vardmote:reserve-number:kronoberg"),
    NORRBOTTEN("urn:vardmote:reserve-number:norrbotten"),
    OREBRO("urn:vardmote:reserve-number:orebro"),
    OSTERGOTLAND("urn:vardmote:reserve-number:ostergotland"),
    SORMLAND("urn:vardmote:reserve-number:sormland"),
    UPPSALA("urn:vardmote:reserve-number:uppsala"),
    VASTERBOTTEN("urn:vardmote:reserve-number:vasterbotten"),
    VASTERNORRLAND("urn:vardmote:reserve-number:vasternorrland"),
    VASTMANLAND("urn:vardmote:reserve-number:vastmanland");

    private final String system;

    ReserveIssuer(String system) {
        this.system = system;
    }

    /** The {@link PersonId#system()} of its numbers. */
    public String system() {
        return system;
    }
}
