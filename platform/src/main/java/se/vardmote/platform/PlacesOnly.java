package se.vardmote.platform;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/**
 * Writes exceptions to the log as their kinds and places, never their messages: a database's message repeats the value
 * that it could not take, and that may be somebody's identity number.
 */
public final class PlacesOnly extends ThrowableProxyConverter {
    private static final int FRAMES = 30;

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        var text = new StringBuilder();
        for (@Nullable IThrowableProxy one = thrown; one != null; one = one.getCause()) {
            text.append(text.isEmpty() ? "" : "caused by ")
                    .append(one.getClassName())
                    .append('\n');
            StackTraceElementProxy[] frames = one.getStackTraceElementProxyArray();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++)
                text.append('\t').append(frames[i]).append('\n');
        }
        return text.toString();
    }
}
