package se.vardmote.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page and the server mean the same by every word on the socket (docs/adr/0005). */
class SocketTypesTests {
    private static final Path OF_THE_ROOM = Path.of("../room/src/messages.ts");
    private static final Path WRITTEN = Path.of("target/messages.ts");

    @Test
    void the_rooms_types_are_those_of_the_records() throws IOException {
        Files.writeString(WRITTEN, SocketTypes.typeScript());

        assertThat(Files.readString(OF_THE_ROOM))
                .as("room/src/messages.ts is not what the records say: cp platform/target/messages.ts room/src/")
                .isEqualTo(Files.readString(WRITTEN));
    }

    @Test
    void every_record_of_both_sides_travels_under_its_own_name() {
        for (Class<?> side : List.of(PageMessage.class, ServerMessage.class)) {
            assertThat(namesThatTravel(side)).containsExactlyInAnyOrderElementsOf(namesOfRecords(side));
        }
    }

    private static List<String> namesThatTravel(Class<?> side) {
        return Stream.of(side.getAnnotation(JsonSubTypes.class).value())
                .map(type -> type.name() + " " + type.value().getSimpleName())
                .toList();
    }

    private static List<String> namesOfRecords(Class<?> side) {
        return Stream.of(side.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .map(name -> name.toLowerCase(Locale.ROOT) + " " + name)
                .toList();
    }
}
