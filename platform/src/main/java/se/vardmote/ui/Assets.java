package se.vardmote.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Addresses of the built style sheets and scripts, from the bundler's manifest ({@code assets-manifest.json} on the class
 * path), read once at start. Without a manifest (module tests) an entry has its plain name.
 */
public final class Assets {
    private static final String FOLDER = "/assets/";
    private static final String MANIFEST = "/assets-manifest.json";

    private final Map<String, JsonNode> entries;

    private Assets(Map<String, JsonNode> entries) {
        this.entries = entries;
    }

    /** Reads the manifest if there is one. */
    public static Assets onClassPath() {
        try (var in = Assets.class.getResourceAsStream(MANIFEST)) {
            return in == null
                    ? new Assets(Map.of())
                    : of(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the text of a Vite manifest. */
    public static Assets of(String manifest) {
        var entries = new java.util.HashMap<String, JsonNode>();
        JsonMapper.shared()
                .readTree(manifest)
                .properties()
                .forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        return new Assets(Map.copyOf(entries));
    }

    /** Address of a style sheet by its name, {@code theme} or {@code pages}. */
    public String style(String name) {
        return entry(name, ".css").map(Assets::address).orElse(FOLDER + name + ".css");
    }

    /** Address of an entry script by its name. */
    public String script(String name) {
        return entry(name, ".ts").map(Assets::address).orElse(FOLDER + name + ".js");
    }

    /** Style sheets that a script's entry brings with it, its imports' first. */
    public List<String> stylesOf(String script) {
        Set<String> styles = new LinkedHashSet<>();
        entry(script, ".ts").ifPresent(entry -> collect(entry, styles, new LinkedHashSet<>()));
        return List.copyOf(styles);
    }

    private void collect(JsonNode entry, Set<String> styles, Set<String> seen) {
        for (JsonNode imported : entry.path("imports")) {
            @Nullable JsonNode chunk = entries.get(imported.asString());
            if (chunk != null && seen.add(imported.asString())) collect(chunk, styles, seen);
        }
        for (JsonNode style : entry.path("css")) {
            styles.add(inFolder(style.asString()));
        }
    }

    private Optional<JsonNode> entry(String name, String ending) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().path("isEntry").asBoolean(false))
                .filter(entry -> entry.getKey().endsWith(ending) && isCalled(name, entry))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isCalled(String name, Map.Entry<String, JsonNode> entry) {
        String file = entry.getKey().substring(entry.getKey().lastIndexOf('/') + 1);
        return entry.getValue().path("name").asString("").equals(name)
                || file.substring(0, file.lastIndexOf('.')).equals(name);
    }

    private static String address(JsonNode entry) {
        return inFolder(entry.path("file").asString());
    }

    private static String inFolder(String file) {
        return FOLDER + file.substring(file.startsWith("assets/") ? "assets/".length() : 0);
    }
}
