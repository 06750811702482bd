package se.vardmote.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.vardmote.platform.Problem;
import se.vardmote.platform.ProblemException;

/** A problem is a page for people and problem+json for scripts; what is unexpected says nothing of itself. (Style 16, 17.) */
@ExtendWith(OutputCaptureExtension.class)
class AnsweringProblemsTests {
    private static final String NUMBER = "191212121212";
    private final MockMvc pages = pages();

    @Test
    void people_get_a_page_that_says_what_happened_and_what_to_do() throws Exception {
        pages.perform(get("/taken").accept(MediaType.TEXT_HTML))
                .andExpect(status().isConflict())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("Alva Brink tog emot.")));
    }

    @Test
    void scripts_get_the_slug_the_facts_and_the_same_words() throws Exception {
        pages.perform(get("/taken").accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isConflict())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.slug").value("assessment/already-judged"))
                .andExpect(jsonPath("$.by").value("Alva Brink"))
                .andExpect(jsonPath("$.detail").value("Alva Brink tog emot."));
    }

    @Test
    void a_part_of_a_page_asked_for_by_script_is_not_answered_with_a_whole_page() throws Exception {
        pages.perform(get("/taken").accept(MediaType.TEXT_HTML).header("HX-Request", "true"))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void a_reader_of_english_gets_english() throws Exception {
        pages.perform(get("/taken?sprak=en").accept(MediaType.TEXT_HTML))
                .andExpect(header().string("Content-Language", "en"))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("Somebody was first")));
    }

    @Test
    void a_page_that_cannot_be_opened_that_way_says_so() throws Exception {
        pages.perform(post("/taken").accept(MediaType.TEXT_HTML)).andExpect(status().isMethodNotAllowed());
    }

    @Test
    void what_is_unexpected_shows_a_code_that_stands_in_the_log_and_no_value_anywhere(CapturedOutput log)
            throws Exception {
        String page = pages.perform(get("/broken").accept(MediaType.TEXT_HTML))
                .andExpect(status().isInternalServerError())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String code = page.replaceAll("(?s).*<strong>(\\w{3}-\\w{3})</strong>.*", "$1");
        assertThat(code).matches("\\w{3}-\\w{3}");
        assertThat(log)
                .contains(code, "SQLException SQLState 23505", "AnsweringProblemsTests")
                .doesNotContain(NUMBER);
        assertThat(page).doesNotContain(NUMBER, "SQLException");
    }

    private static MockMvc pages() {
        var messages = new Messages(Clock.systemUTC());
        var frames = new Frames(
                Assets.of("{}"), true, new BrowserSettings(140, 140, 140, 26), request -> Optional.empty(), List::of);
        return MockMvcBuilders.standaloneSetup(new Trouble())
                .setControllerAdvice(new ProblemAdvice(new ProblemPages(messages)))
                .setViewResolvers(new JteViewResolver(new Templates(messages), frames))
                .setLocaleResolver(new ChosenLanguage())
                .build();
    }

    @RestController
    static class Trouble {
        @GetMapping("/taken")
        String taken() {
            throw new ProblemException(new Taken());
        }

        @GetMapping("/broken")
        String broken() throws SQLException {
            throw new SQLException("Key (identity_value)=(" + NUMBER + ") already exists.", "23505");
        }
    }

    record Taken() implements Problem {
        @Override
        public String slug() {
            return "assessment/already-judged";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("by", "Alva Brink");
        }
    }
}
