package se.vardmote.vocabulary;

import java.util.Optional;
import java.util.function.Function;

/**
 * What came of reading something typed: a value that is right, or a stable code that says why not. The message files
 * turn the code into a sentence ({@code refusal.<code>}).
 */
public sealed interface Parsed<T> {

    /** The value, checked. */
    record Valid<T>(T value) implements Parsed<T> {}

    /** Why it was refused: one of {@link RefusalCodes}. Never holds what was typed. */
    record Refused<T>(String reason) implements Parsed<T> {}

    static <T> Parsed<T> valid(T value) {
        return new Valid<>(value);
    }

    static <T> Parsed<T> refused(String reason) {
        return new Refused<>(reason);
    }

    default Optional<T> asOptional() {
        return switch (this) {
            case Valid<T>(T value) -> Optional.of(value);
            case Refused<T> refused -> Optional.empty();
        };
    }

    default <U> Parsed<U> map(Function<? super T, ? extends U> change) {
        return switch (this) {
            case Valid<T>(T value) -> new Valid<>(change.apply(value));
            case Refused<T>(String reason) -> new Refused<>(reason);
        };
    }

    /** For values that are known to be right, such as those of our own tables. */
    default T orElseThrow() {
        return switch (this) {
            case Valid<T>(T value) -> value;
            case Refused<T>(String reason) -> throw new IllegalArgumentException(reason);
        };
    }
}
