package se.vardmote.training.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.vardmote.training.cast.Cast;

/** R0-50: the tablet is ready when it is picked up; here after one click on the start page. */
class OpeningARoleTests {

    private static final String START = "start.localhost";
    private static final String TABLET = "ipad.localhost";
    private static final String PRODUCT = ":" + RunningTraining.PRODUCT_PORT;

    private static RunningTraining training;

    @BeforeAll
    static void start() throws IOException {
        training = RunningTraining.start();
    }

    @AfterAll
    static void stop() throws IOException {
        training.close();
    }

    @Test
    void every_link_on_the_start_page_leads_on_in_one_click() {
        List<String> links = links(training.get(START, "/").body());
        assertThat(links).hasSizeGreaterThanOrEqualTo(10);
        assertThat(links)
                .allSatisfy(link ->
                        assertThat(training.get(START, link).statusCode()).isEqualTo(302));
    }

    @Test
    void the_start_page_says_where_one_is_and_which_patient_to_type() {
        assertThat(training.get(START, "/").body())
                .contains("Provmiljö", "19121212-1212", "070-174 06 05", "Öppna iPad 07");
    }

    @Test
    void a_tablet_gets_its_cookie_under_the_tablets_own_host() throws Exception {
        HttpResponse<String> asked = training.get(START, "/som/ipad-07");
        String enrolment = "http://ipad.localhost:" + training.port() + "/som/ipad-07";
        assertThat(RunningTraining.location(asked)).isEqualTo(enrolment);
        assertThat(RunningTraining.cookie(asked, "__Host-device")).isEmpty();

        HttpResponse<String> enrolled = training.get(TABLET, "/som/ipad-07");
        assertThat(RunningTraining.location(enrolled)).isEqualTo("http://ipad.localhost" + PRODUCT + "/");
        assertThat(enrolled.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-device=")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(hashInDatabase()).isEqualTo(hashOf(enrolled));
    }

    @Test
    void opening_a_tablet_again_makes_the_earlier_cookie_worthless() throws Exception {
        HttpResponse<String> first = training.get(TABLET, "/som/ipad-07");
        HttpResponse<String> second = training.get(TABLET, "/som/ipad-07");
        assertThat(hashInDatabase()).isEqualTo(hashOf(second)).isNotEqualTo(hashOf(first));
    }

    @Test
    void a_tablet_that_somebody_revoked_while_trying_works_again() {
        training.database()
                .client()
                .sql("update organisation.device set revoked_at = now(), revoked_why = 'tappad' where id = ?")
                .param(Cast.tablet("ipad-07").orElseThrow().id())
                .update();
        training.get(TABLET, "/som/ipad-07");
        assertThat(training.database()
                        .client()
                        .sql("select count(*) from organisation.device where revoked_at is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void each_person_is_opened_under_a_host_of_that_role() {
        assertThat(opened("noor-sandgren")).isEqualTo("http://sjukskoterska.localhost" + PRODUCT + "/logga-in/tjanst");
        assertThat(opened("alva-brink")).isEqualTo("http://fysioterapeut.localhost" + PRODUCT + "/logga-in/tjanst");
        assertThat(opened("signe-wall")).isEqualTo("http://administrator.localhost" + PRODUCT + "/logga-in/tjanst");
        assertThat(opened("mika-ronn")).isEqualTo("http://localhost" + PRODUCT + "/logga-in/tjanst");
        assertThat(opened("vera-almqvist")).isEqualTo("http://localhost" + PRODUCT + "/logga-in/konto/vellinge");
        assertThat(opened("besokare")).isEqualTo("http://localhost" + PRODUCT + "/");
    }

    @Test
    void somebody_who_is_not_in_the_cast_is_not_found() {
        HttpResponse<String> answer = training.get(START, "/som/nagon-annan");
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void a_name_that_somebody_else_points_at_this_computer_gets_no_answer() {
        assertThat(training.get("example.org", "/som/ipad-07").statusCode()).isEqualTo(421);
    }

    @Test
    void the_pages_allow_no_script_and_nothing_from_elsewhere() {
        HttpResponse<String> page = training.get(START, "/");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "script-src");
        assertThat(page.body()).doesNotContain("<script", "style=", "https://");
    }

    private static String opened(String slug) {
        return RunningTraining.location(training.get(START, "/som/" + slug));
    }

    private static List<String> links(String html) {
        return Pattern.compile("href=\"(/som/[^\"]+)\"")
                .matcher(html)
                .results()
                .map((MatchResult link) -> link.group(1))
                .toList();
    }

    private static byte[] hashInDatabase() {
        return training.database()
                .client()
                .sql("select token_hash from organisation.device where id = ?")
                .param(Cast.tablet("ipad-07").orElseThrow().id())
                .query(byte[].class)
                .single();
    }

    private static byte[] hashOf(HttpResponse<String> enrolled) throws Exception {
        String cookie = RunningTraining.cookie(enrolled, "__Host-device").orElseThrow();
        byte[] token = Base64.getUrlDecoder().decode(cookie.substring("__Host-device=".length()));
        assertThat(token).hasSize(32);
        return MessageDigest.getInstance("SHA-256").digest(token);
    }
}
