package se.vardmote.ui;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ties what a person reads to what the log says. The log gets where it happened and of what kind, but never the messages
 * of the exceptions: a database puts the values of the row into them.
 */
final class Correlation {
    private static final Logger LOG = LoggerFactory.getLogger("se.vardmote.unexpected");
    private static final String LETTERS = "23456789CDFGHJKMPQRTVWXY";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int FRAMES = 25;

    private Correlation() {}

    /** Logs what happened and gives the code by which it can be found, such as {@code 7Q4-KD2}. */
    static String log(Throwable happened, String method) {
        String code = letters(3) + "-" + letters(3);
        LOG.error("unexpected {} on {}\n{}", code, method, trace(happened));
        return code;
    }

    /** Kinds and places of a throwable and its causes, without their messages. */
    static String trace(Throwable happened) {
        return Stream.iterate(happened, cause -> cause != null, Throwable::getCause)
                .limit(8)
                .map(Correlation::withoutMessage)
                .collect(Collectors.joining("\ncaused by "));
    }

    private static String withoutMessage(Throwable happened) {
        String state = happened instanceof SQLException sql ? " SQLState " + sql.getSQLState() : "";
        String places = Stream.of(happened.getStackTrace())
                .limit(FRAMES)
                .map(place -> "\n\tat " + place)
                .collect(Collectors.joining());
        return happened.getClass().getName() + state + places;
    }

    private static String letters(int number) {
        return RANDOM.ints(number, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
