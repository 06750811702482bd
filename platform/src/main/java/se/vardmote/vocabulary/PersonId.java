package se.vardmote.vocabulary;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The number by which care knows a person: personal identity number, coordination number, somebody's reserve number, or
 * one of ours for a person whom nobody has identified. A value means nothing without its system: two regions may have
 * given out the same reserve number. {@code toString()} does not show the value.
 *
 * @param system a URI: that of the Swedish FHIR base profiles where they have one, else the national OID, else
 *     {@code urn:vardmote:…}
 * @param value twelve digits or capitals without separator; for an unknown person a UUID
 */
public record PersonId(String system, String value) {
    public static final String PERSONAL_NUMBER = "http://electronichealth.se/identifier/personnummer";
    public static final String COORDINATION_NUMBER = "http://electronichealth.se/identifier/samordningsnummer";
    public static final String UNKNOWN = "urn:vardmote:unknown-identity";

    private static final int DATE_LENGTH = 8;

    /** What sort of number this is, which decides what may be read out of it. */
    public enum Kind {
        PERSONAL_NUMBER,
        COORDINATION_NUMBER,
        RESERVE_NUMBER,
        UNKNOWN
    }

    /**
     * Reads a personal identity number or a coordination number as people type and paste it: 10 or 12 digits, with or
     * without hyphen, plus, dashes and spaces of any kind. Ten digits mean the latest birth date that has been; with a
     * plus, somebody who turns at least 100 this year. (Skatteverket SKV 704 and 707; R0-54.)
     *
     * @param today in Europe/Stockholm
     * @return refused with one of the {@code identity-…} codes
     */
    public static Parsed<PersonId> parse(String typed, LocalDate today) {
        return PersonalNumbers.parse(typed, today);
    }

    /**
     * Reads a reserve number as checked as its issuer's published form allows.
     *
     * @param today in Europe/Stockholm
     * @return refused with {@code reserve-form}, {@code reserve-is-personal} or one of the {@code identity-…} codes
     */
    public static Parsed<PersonId> parseReserve(ReserveIssuer issuer, String typed, LocalDate today) {
        return ReserveNumbers.parse(issuer, typed, today);
    }

    /** A new identity for a person whom nobody has identified; see {@link UnknownIdentity}. */
    public static PersonId unknown() {
        return new PersonId(UNKNOWN, UUID.randomUUID().toString());
    }

    public Kind kind() {
        return switch (system) {
            case PERSONAL_NUMBER -> Kind.PERSONAL_NUMBER;
            case COORDINATION_NUMBER -> Kind.COORDINATION_NUMBER;
            case UNKNOWN -> Kind.UNKNOWN;
            default -> Kind.RESERVE_NUMBER;
        };
    }

    /**
     * The date that the number speaks of. The real birth date may be another (numbers of a date run out): a date from
     * a register goes before this one. Empty where the number tells none: an unknown day or month, a local reserve
     * number, an unknown person.
     */
    public Optional<LocalDate> birthDate() {
        return switch (kind()) {
            case PERSONAL_NUMBER, COORDINATION_NUMBER -> PersonalNumbers.dateIn(value);
            case RESERVE_NUMBER ->
                system.equals(ReserveIssuer.NATIONAL.system())
                        ? ReserveNumbers.dateInNational(value)
                        : Optional.empty();
            case UNKNOWN -> Optional.empty();
        };
    }

    /** Whole years on the day {@code today} (Europe/Stockholm); empty when there is no birth date. */
    public OptionalInt ageOn(LocalDate today) {
        return birthDate()
                .map(born -> OptionalInt.of(Period.between(born, today).getYears()))
                .orElse(OptionalInt.empty());
    }

    /** As shown to people: {@code 19121212-1212}; empty for an unknown person. */
    public String display() {
        return kind() == Kind.UNKNOWN ? "" : value.substring(0, DATE_LENGTH) + "-" + value.substring(DATE_LENGTH);
    }

    @Override
    public String toString() {
        return "PersonId[" + kind() + ", •••]";
    }
}
