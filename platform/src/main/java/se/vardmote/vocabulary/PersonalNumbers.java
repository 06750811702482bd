package se.vardmote.vocabulary;

import static se.vardmote.vocabulary.RefusalCodes.IDENTITY_CHARACTERS;
import static se.vardmote.vocabulary.RefusalCodes.IDENTITY_CHECK_DIGIT;
import static se.vardmote.vocabulary.RefusalCodes.IDENTITY_DATE;
import static se.vardmote.vocabulary.RefusalCodes.IDENTITY_FUTURE;
import static se.vardmote.vocabulary.RefusalCodes.IDENTITY_LENGTH;
import static se.vardmote.vocabulary.RefusalCodes.IDENTITY_MISSING;
import static se.vardmote.vocabulary.RefusalCodes.IDENTITY_PLUS;
import static se.vardmote.vocabulary.RefusalCodes.IDENTITY_SERIAL;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Reads personal identity numbers (SKV 704) and coordination numbers, whose day is 60 more (SKV 707). */
final class PersonalNumbers {
    private static final int COORDINATION = 60;
    private static final int WITH_CENTURY = 12;
    private static final int WITHOUT_CENTURY = 10;
    private static final int CENTURY = 100;
    private static final int MONTH_START = 4;
    private static final int DAY_START = 6;
    private static final int DAY_END = 8;

    private PersonalNumbers() {}

    static Parsed<PersonId> parse(String typed, LocalDate today) {
        StringBuilder digits = new StringBuilder(WITH_CENTURY);
        boolean plus = false;
        for (int point : typed.codePoints().toArray()) {
            if (Character.isDigit(point)) {
                digits.append(Character.digit(point, 10));
            } else if (Typed.isPlus(point)) {
                plus = true;
            } else if (!Typed.isDash(point) && !Typed.isBlank(point)) {
                return Parsed.refused(IDENTITY_CHARACTERS);
            }
        }
        return switch (digits.length()) {
            case 0 -> Parsed.refused(IDENTITY_MISSING);
            case WITH_CENTURY -> withCentury(digits.toString(), plus, today);
            case WITHOUT_CENTURY -> withoutCentury(digits.toString(), plus, today);
            default -> Parsed.refused(IDENTITY_LENGTH);
        };
    }

    private static Parsed<PersonId> withCentury(String digits, boolean plus, LocalDate today) {
        int year = Integer.parseInt(digits.substring(0, 4));
        if (plus && today.getYear() - year < CENTURY) {
            return Parsed.refused(IDENTITY_PLUS);
        }
        return check(digits, today);
    }

    private static Parsed<PersonId> withoutCentury(String digits, boolean plus, LocalDate today) {
        int latestYear = plus ? today.getYear() - CENTURY : today.getYear();
        int year = latestYear - Math.floorMod(latestYear - Integer.parseInt(digits.substring(0, 2)), CENTURY);
        String full = year + digits.substring(2);
        return startsAfter(full, today) ? check(year - CENTURY + digits.substring(2), today) : check(full, today);
    }

    private static Parsed<PersonId> check(String number, LocalDate today) {
        if (!isPossible(number)) {
            return Parsed.refused(IDENTITY_DATE);
        }
        if (startsAfter(number, today)) {
            return Parsed.refused(IDENTITY_FUTURE);
        }
        if (number.startsWith("000", DAY_END)) {
            return Parsed.refused(IDENTITY_SERIAL);
        }
        if (!Luhn.holds(number.substring(2))) {
            return Parsed.refused(IDENTITY_CHECK_DIGIT);
        }
        return Parsed.valid(new PersonId(
                day(number) >= COORDINATION ? PersonId.COORDINATION_NUMBER : PersonId.PERSONAL_NUMBER, number));
    }

    /** Of a number that is right: its date, unless day or month are unknown. */
    static Optional<LocalDate> dateIn(String number) {
        int day = day(number);
        try {
            return Optional.of(
                    LocalDate.of(year(number), month(number), day > COORDINATION ? day - COORDINATION : day));
        } catch (DateTimeException unknownDayOrMonth) {
            return Optional.empty();
        }
    }

    private static boolean isPossible(String number) {
        boolean ourCenturies = year(number) >= 1800 && year(number) < 2100;
        if (day(number) < COORDINATION) {
            return ourCenturies && dateIn(number).isPresent();
        }
        int day = day(number) - COORDINATION;
        if (month(number) == 0) {
            return ourCenturies && day <= 31;
        }
        return ourCenturies
                && month(number) <= 12
                && day <= YearMonth.of(year(number), month(number)).lengthOfMonth();
    }

    /** Later than today, as far as the number tells: unknown parts count as the earliest they can be. */
    private static boolean startsAfter(String number, LocalDate today) {
        int day = Math.max(1, day(number) % COORDINATION);
        int month = Math.max(1, month(number));
        long asNumber = year(number) * 10_000L + month * 100L + day;
        return asNumber > today.getYear() * 10_000L + today.getMonthValue() * 100L + today.getDayOfMonth();
    }

    private static int year(String number) {
        return Integer.parseInt(number.substring(0, MONTH_START));
    }

    private static int month(String number) {
        return Integer.parseInt(number.substring(MONTH_START, DAY_START));
    }

    private static int day(String number) {
        return Integer.parseInt(number.substring(DAY_START, DAY_END));
    }
}
