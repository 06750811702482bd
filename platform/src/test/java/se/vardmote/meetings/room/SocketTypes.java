package se.vardmote.meetings.room;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The TypeScript of what travels on the socket, written from the records themselves: an interface a record, a union a
 * sealed interface, and the words of an enum as Jackson writes them.
 */
final class SocketTypes {
    private static final Map<Class<?>, String> SIMPLE = Map.of(
            String.class, "string",
            UUID.class, "string",
            Instant.class, "string",
            boolean.class, "boolean",
            int.class, "number",
            Integer.class, "number",
            long.class, "number");
    private static final String HEAD = """
            // Written from the Java records PageMessage and ServerMessage (se.vardmote.meetings.room), where the comments stand.
            // Not by hand: when a record changes, SocketTypesTests fails and says where the new text lies.
            """;

    private final JsonMapper json = new JsonMapper();
    private final Map<String, String> parts = new TreeMap<>();

    static String typeScript() {
        var types = new SocketTypes();
        String unions = types.union(PageMessage.class) + "\n" + types.union(ServerMessage.class);
        return HEAD + "\n" + unions + "\n" + String.join("\n", types.parts.values());
    }

    private String union(Class<?> sealed) {
        var named = sealed.getAnnotation(JsonSubTypes.class).value();
        Stream.of(named).forEach(type -> writeMessage(type.value(), type.name()));
        return Stream.of(named)
                .map(type -> "\n  | " + nameOf(type.value()))
                .collect(joining("", "export type " + sealed.getSimpleName() + " =", ";\n"));
    }

    private void writeMessage(Class<?> message, String type) {
        write(message, "  type: '" + type + "';\n");
    }

    private void write(Class<?> record, String first) {
        String fields = Stream.of(record.getRecordComponents()).map(this::field).collect(joining());
        put(record, "export interface %s {\n%s%s}\n".formatted(nameOf(record), first, fields));
    }

    private String field(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        return "  %s: %s;\n".formatted(component.getName(), typeOf(type, component.getType()));
    }

    private String typeOf(AnnotatedType annotated, Class<?> raw) {
        String name = raw == List.class ? listOf((AnnotatedParameterizedType) annotated) : plain(raw);
        return annotated.isAnnotationPresent(Nullable.class) ? name + " | null" : name;
    }

    private String listOf(AnnotatedParameterizedType list) {
        return plain((Class<?>) list.getAnnotatedActualTypeArguments()[0].getType()) + "[]";
    }

    private String plain(Class<?> type) {
        if (SIMPLE.containsKey(type)) return SIMPLE.get(type);
        if (type.isEnum()) writeWords(type);
        else if (type.isRecord()) write(type, "");
        else throw new IllegalArgumentException(type + " has no place on the socket");
        return nameOf(type);
    }

    private void writeWords(Class<?> type) {
        String words = Stream.of(type.getEnumConstants())
                .map(constant -> "'" + json.valueToTree(constant).asString() + "'")
                .collect(joining(" | "));
        put(type, "export type %s = %s;\n".formatted(nameOf(type), words));
    }

    private void put(Class<?> type, String text) {
        String other = parts.put(nameOf(type), text);
        if (other != null && !other.equals(text))
            throw new IllegalStateException("two things are called " + nameOf(type));
    }

    /** Both sides may offer and answer: a message is named by who says it. */
    private static String nameOf(Class<?> type) {
        if (PageMessage.class.isAssignableFrom(type)) return "Page" + type.getSimpleName();
        if (ServerMessage.class.isAssignableFrom(type)) return "Server" + type.getSimpleName();
        return type.getSimpleName();
    }
}
