package se.vardmote.organisation.settings;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.NotAnIdentifier;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.PhoneNumber;

/** What a setting may hold: read from what is typed, kept as text, and limited. */
public sealed interface Kind<T> {

    /** @return refused with a code whose text is {@code refusal.<code>} */
    Parsed<T> read(String typed);

    /** From what {@link #written} gave. */
    default T kept(String text) {
        return read(text).orElseThrow();
    }

    /** As it is kept, and as a form shows it again. */
    String written(T value);

    /** A whole number of something, between two limits, both allowed. */
    record Amount(Measure measure, int least, int most) implements Kind<Integer> {
        @Override
        public Parsed<Integer> read(String typed) {
            if (!typed.strip().matches("\\d{1,6}")) return Parsed.refused("setting-number");
            int number = Integer.parseInt(typed.strip());
            return number < least || number > most ? Parsed.refused("setting-range") : Parsed.valid(number);
        }

        @Override
        public String written(Integer value) {
            return value.toString();
        }
    }

    /** What a number counts; texts {@code settings.measure.<name>}. */
    enum Measure {
        SECONDS,
        MINUTES,
        READINGS,
        PATIENTS,
        /** 1 is most urgent. */
        URGENCY
    }

    /** Lines of text; empty for none. */
    record Lines(int longest, int rows) implements Kind<String> {
        @Override
        public Parsed<String> read(String typed) {
            String text = typed.replace("\r\n", "\n").strip();
            return text.length() > longest ? Parsed.refused("too-long") : Parsed.valid(text);
        }

        /** What was kept when another limit held is still what the unit has decided. */
        @Override
        public String kept(String text) {
            return text;
        }

        @Override
        public String written(String value) {
            return value;
        }
    }

    /** Yes or no. */
    record YesOrNo() implements Kind<Boolean> {
        @Override
        public Parsed<Boolean> read(String typed) {
            return switch (typed) {
                case "yes" -> Parsed.valid(true);
                case "no" -> Parsed.valid(false);
                default -> Parsed.refused("choice-missing");
            };
        }

        @Override
        public String written(Boolean value) {
            return value ? "yes" : "no";
        }
    }

    /** A telephone number; empty for none. */
    record Telephone() implements Kind<Optional<PhoneNumber>> {
        @Override
        public Parsed<Optional<PhoneNumber>> read(String typed) {
            return typed.isBlank()
                    ? Parsed.valid(Optional.empty())
                    : PhoneNumber.parse(typed).map(Optional::of);
        }

        @Override
        public String written(Optional<PhoneNumber> value) {
            return value.map(PhoneNumber::e164).orElse("");
        }
    }

    /** A time of the clock in Sweden, between two limits, both allowed. */
    record TimeOfDay(LocalTime least, LocalTime most) implements Kind<LocalTime> {
        @Override
        public Parsed<LocalTime> read(String typed) {
            try {
                LocalTime time = LocalTime.parse(typed.strip().replace('.', ':'));
                return time.isBefore(least) || time.isAfter(most)
                        ? Parsed.refused("setting-range")
                        : Parsed.valid(time);
            } catch (DateTimeException notATime) {
                return Parsed.refused("setting-clock");
            }
        }

        @Override
        public String written(LocalTime value) {
            return value.toString();
        }
    }

    /** A unit of the same care provider; empty for the unit itself. The database refuses another care provider's. */
    record OtherUnit() implements Kind<Optional<CareUnitId>> {
        @Override
        public Parsed<Optional<CareUnitId>> read(String typed) {
            try {
                return Parsed.valid(typed.isBlank() ? Optional.empty() : Optional.of(CareUnitId.of(typed.strip())));
            } catch (NotAnIdentifier notAUnit) {
                return Parsed.refused("choice-missing");
            }
        }

        @Override
        public String written(Optional<CareUnitId> value) {
            return value.map(CareUnitId::toString).orElse("");
        }
    }
}
