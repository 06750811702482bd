package se.vardmote.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pages link the built files by the names that the bundler gave them. */
class FindingAssetsTests {
    private static final String MANIFEST = """
            {"src/call.ts": {"file": "call-A1.js", "name": "call", "isEntry": true, "imports": ["_shared.js"], "css": ["call-B2.css"]},
             "_shared.js": {"file": "shared-C3.js", "css": ["shared-D4.css"]},
             "src/style/theme.css": {"file": "theme-E5.css", "name": "theme", "isEntry": true}}
            """;

    private final Assets built = Assets.of(MANIFEST);

    @Test
    void a_style_sheet_and_a_script_are_found_by_name() {
        assertThat(built.style("theme")).isEqualTo("/assets/theme-E5.css");
        assertThat(built.script("call")).isEqualTo("/assets/call-A1.js");
    }

    @Test
    void a_script_brings_its_styles_and_those_of_what_it_imports() {
        assertThat(built.stylesOf("call")).containsExactly("/assets/shared-D4.css", "/assets/call-B2.css");
    }

    @Test
    void without_a_manifest_the_plain_names_are_used() {
        assertThat(Assets.of("{}").style("pages")).isEqualTo("/assets/pages.css");
        assertThat(Assets.of("{}").script("day")).isEqualTo("/assets/day.js");
        assertThat(Assets.of("{}").stylesOf("day")).isEmpty();
    }
}
