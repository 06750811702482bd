package se.vardmote.meetings.room;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.vardmote.platform.FuzzCorpus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** R1-10: whatever a page sends on the socket is one of the messages, or not understood; nothing else happens. */
public class SocketMessageFuzzTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Called by the fuzzer with whatever it has thought of. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            PageMessage message = JSON.readValue(new String(input, StandardCharsets.UTF_8), PageMessage.class);
            if (message != null) holds(!PageMessage.type(message.getClass()).isEmpty(), "a message without a name");
        } catch (JacksonException notUnderstood) {
            // What the socket answers with a problem.
        }
    }

    @TestFactory
    Stream<DynamicTest> everything_in_the_corpus_is_read_or_refused() {
        return FuzzCorpus.of(SocketMessageFuzzTests.class, SocketMessageFuzzTests::fuzzerTestOneInput);
    }

    private static void holds(boolean invariant, String what) {
        if (!invariant) throw new AssertionError(what);
    }
}
