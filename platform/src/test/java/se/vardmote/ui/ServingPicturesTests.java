package se.vardmote.ui;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The few files without a hash in their name are found too. */
class ServingPicturesTests {

    @Test
    void the_mark_in_the_tab_is_served() throws Exception {
        try (var context = new AnnotationConfigWebApplicationContext()) {
            context.setServletContext(new MockServletContext());
            context.register(Served.class);
            context.refresh();
            MockMvcBuilders.webAppContextSetup(context)
                    .build()
                    .perform(get("/assets/vardmote.svg"))
                    .andExpect(status().isOk());
        }
    }

    @Configuration
    @EnableWebMvc
    static class Served extends UiConfiguration {
        @Bean
        java.time.Clock clock() {
            return java.time.Clock.systemUTC();
        }
    }
}
