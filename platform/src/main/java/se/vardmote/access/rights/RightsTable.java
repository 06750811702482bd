package se.vardmote.access.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The rows of {@code rights.txt}: one a route, one a type of socket message. Wrong rows stop the start. */
public final class RightsTable {
    private static final String MESSAGE = "MESSAGE";
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private final List<Route> routes;
    private final Map<String, Set<Grantee>> messages;

    /** One row about a route; a {@code HEAD} follows its {@code GET}. */
    public record Route(String method, PathPattern pattern, Set<Grantee> who) {

        boolean covers(String asked, PathContainer path) {
            return method.equals("HEAD".equals(asked) ? "GET" : asked) && pattern.matches(path);
        }

        @Override
        public String toString() {
            return method + " " + pattern.getPatternString();
        }
    }

    private RightsTable(List<Route> routes, Map<String, Set<Grantee>> messages) {
        this.routes = List.copyOf(routes);
        this.messages = Map.copyOf(messages);
    }

    public static RightsTable ofTheProduct() {
        try (var in = RightsTable.class.getResourceAsStream("/rights.txt")) {
            if (in == null) throw new IllegalStateException("rights.txt is not on the class path");
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException naming the row that cannot be read or stands twice */
    public static RightsTable parse(String text) {
        List<Route> routes = new ArrayList<>();
        Map<String, Set<Grantee>> messages = new HashMap<>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> {
                    String[] halves = line.split("\\s+:\\s+", 2);
                    String[] what = halves[0].split("\\s+", 2);
                    if (halves.length < 2 || what.length < 2) throw wrong(line);
                    Set<Grantee> who = grantees(halves[1], line);
                    if (what[0].equals(MESSAGE)) {
                        if (messages.put(what[1], who) != null) throw wrong(line);
                    } else {
                        add(routes, what[0], what[1], who, line);
                    }
                });
        return new RightsTable(routes, messages);
    }

    /** The most specific row that covers a request. */
    Optional<Route> route(String method, String path) {
        var parsed = PathContainer.parsePath(path);
        return routes.stream()
                .filter(route -> route.covers(method, parsed))
                .min(Comparator.comparing(Route::pattern, PathPattern.SPECIFICITY_COMPARATOR));
    }

    Optional<Set<Grantee>> message(String type) {
        return Optional.ofNullable(messages.get(type));
    }

    public List<Route> routes() {
        return routes;
    }

    public Map<String, Set<Grantee>> messages() {
        return messages;
    }

    public Set<String> messageTypes() {
        return messages.keySet();
    }

    private static void add(List<Route> routes, String method, String path, Set<Grantee> who, String line) {
        if (!METHODS.contains(method) || !path.startsWith("/")) throw wrong(line);
        var route = new Route(method, PathPatternParser.defaultInstance.parse(path), who);
        boolean twice = routes.stream().anyMatch(other -> other.toString().equals(route.toString()));
        if (twice) throw wrong(line);
        routes.add(route);
    }

    private static Set<Grantee> grantees(String words, String line) {
        Set<Grantee> who = EnumSet.noneOf(Grantee.class);
        Arrays.stream(words.split(",", -1))
                .map(String::strip)
                .map(word -> Grantee.of(word).orElseThrow(() -> wrong(line)))
                .forEach(who::add);
        return who;
    }

    private static IllegalArgumentException wrong(String line) {
        return new IllegalArgumentException("rights.txt: cannot be read, or stands twice: " + line);
    }
}
