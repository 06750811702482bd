package se.vardmote.vocabulary;

import static se.vardmote.vocabulary.RefusalCodes.IDENTITY_CHARACTERS;
import static se.vardmote.vocabulary.RefusalCodes.IDENTITY_CHECK_DIGIT;
import static se.vardmote.vocabulary.RefusalCodes.IDENTITY_DATE;
import static se.vardmote.vocabulary.RefusalCodes.IDENTITY_FUTURE;
import static se.vardmote.vocabulary.RefusalCodes.IDENTITY_LENGTH;
import static se.vardmote.vocabulary.RefusalCodes.IDENTITY_MISSING;
import static se.vardmote.vocabulary.RefusalCodes.RESERVE_FORM;
import static se.vardmote.vocabulary.RefusalCodes.RESERVE_IS_PERSONAL;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads reserve numbers. Check digits are checked where the rule is published: Stockholm, Västra Götaland and Inera. The
 * national number has one too, but how its letters count is not known to us, so there only the form is checked.
 */
final class ReserveNumbers {
    private static final int LENGTH = 12;

    /** The engagement index's form of any identity of twelve characters: the least that can be asked. */
    private static final Pattern ANY = Pattern.compile("[0-9]{8}[0-9A-Z]{4}");

    /** {@code XXYYMMDDNNGC}: letters without I, O, Q, V, W; a digit for the sex when it is known. */
    private static final Pattern NATIONAL = Pattern.compile("[0-9]{8}[A-HJ-NPR-UX-Z]{2}[0-9A-HJ-NPR-UX-Z][0-9]");
    /** {@code 99yyyyNNNNNC}, yyyy = the year of issue. */
    private static final Pattern STOCKHOLM = Pattern.compile("99(19|2[0-2])[0-9]{8}");
    /** {@code yyyymmddGggC}: M and odd, K and even, both 06 to 79; X (sex unknown) 80 to 89. */
    private static final Pattern VASTRA_GOTALAND =
            Pattern.compile("[0-9]{8}(M(0[79]|[1-7][13579])|K(0[68]|[1-7][02468])|X8[0-9])[0-9]");
    /** {@code yyyymmddABNC}: S, type, sex, order (a letter; a digit in test environments). */
    private static final Pattern VARMLAND = Pattern.compile("[0-9]{8}S[FUXPL][0-9][1-9A-UW-Z]");
    /** {@code yyyymmxxNNNC}, xx = 32 to 59. */
    private static final Pattern INERA = Pattern.compile("[0-9]{4}(0[1-9]|1[0-2])(3[2-9]|[45][0-9])[0-9]{4}");
    /** A date and four characters, at least one of them a letter. */
    private static final Pattern SKANE = Pattern.compile("[0-9]{8}(?=[0-9]{0,3}[A-Z])[0-9A-Z]{4}");

    private ReserveNumbers() {}

    static Parsed<PersonId> parse(ReserveIssuer issuer, String typed, LocalDate today) {
        if (PersonalNumbers.parse(typed, today) instanceof Parsed.Valid) {
            return Parsed.refused(RESERVE_IS_PERSONAL);
        }
        StringBuilder kept = new StringBuilder(LENGTH);
        for (int point : typed.codePoints().toArray()) {
            if (Character.isDigit(point)) {
                kept.append(Character.digit(point, 10));
            } else if (point >= 'a' && point <= 'z' || point >= 'A' && point <= 'Z') {
                kept.append((char) Character.toUpperCase(point));
            } else if (!Typed.isDash(point) && !Typed.isBlank(point)) {
                return Parsed.refused(IDENTITY_CHARACTERS);
            }
        }
        return check(issuer, kept.toString(), today);
    }

    private static Parsed<PersonId> check(ReserveIssuer issuer, String number, LocalDate today) {
        if (number.isEmpty()) {
            return Parsed.refused(IDENTITY_MISSING);
        }
        if (number.length() != LENGTH) {
            return Parsed.refused(IDENTITY_LENGTH);
        }
        Optional<String> refusal =
                switch (issuer) {
                    case NATIONAL -> national(number, today);
                    case STOCKHOLM -> form(STOCKHOLM, number).or(() -> luhn(number.substring(4)));
                    case INERA -> form(INERA, number).or(() -> luhn(number.substring(2)));
                    case VASTRA_GOTALAND ->
                        form(VASTRA_GOTALAND, number)
                                .or(() -> dated(number))
                                .or(() -> luhn(digitsForLetters(number.substring(2))));
                    case VARMLAND -> form(VARMLAND, number).or(() -> dated(number));
                    case SKANE -> form(SKANE, number).or(() -> dated(number));
                    default -> form(ANY, number);
                };
        return refusal.<Parsed<PersonId>>map(Parsed::refused)
                .orElseGet(() -> Parsed.valid(new PersonId(issuer.system(), number)));
    }

    private static Optional<String> form(Pattern pattern, String number) {
        return pattern.matcher(number).matches() ? Optional.empty() : Optional.of(RESERVE_FORM);
    }

    private static Optional<String> luhn(String digits) {
        return Luhn.holds(digits) ? Optional.empty() : Optional.of(IDENTITY_CHECK_DIGIT);
    }

    private static Optional<String> dated(String number) {
        return date(number.substring(0, 4), number).isPresent() ? Optional.empty() : Optional.of(IDENTITY_DATE);
    }

    private static String digitsForLetters(String number) {
        return number.replace('K', '5').replace('M', '7').replace('X', '8');
    }

    private static Optional<String> national(String number, LocalDate today) {
        Optional<String> misshapen = form(NATIONAL, number);
        if (misshapen.isPresent() || hasSerialForDate(number)) {
            return misshapen;
        }
        return dateInNational(number)
                .map(born -> born.isAfter(today) ? Optional.of(IDENTITY_FUTURE) : Optional.<String>empty())
                .orElse(Optional.of(IDENTITY_DATE));
    }

    /** Birth date unknown: 00, then a serial number whose "month" is 20 to 99 and whose "day" is 40 to 59. */
    private static boolean hasSerialForDate(String number) {
        int month = Integer.parseInt(number.substring(4, 6));
        int day = Integer.parseInt(number.substring(6, 8));
        return number.startsWith("00") && month >= 20 && day >= 40 && day < 60;
    }

    /** The first two digits are the century of birth plus 3, 6, … 78; the rest by three tells which century. */
    static Optional<LocalDate> dateInNational(String number) {
        int shifted = Integer.parseInt(number.substring(0, 2));
        for (int century = 18; century <= 20; century++) {
            int shift = shifted - century;
            if (shift > 0 && shift <= 78 && shift % 3 == 0) {
                return date(century + number.substring(2, 4), number);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String number) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(year),
                    Integer.parseInt(number.substring(4, 6)),
                    Integer.parseInt(number.substring(6, 8))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
