package se.vardmote.training.idp;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.vardmote.training.Addresses;
import se.vardmote.training.cast.TestPerson;
import se.vardmote.training.web.Pages;

/** "Välj e-legitimation": stands where a broker shows BankID, Freja and other countries' e-IDs. As {@link CardPicker}. */
@RestController
class EIdPicker {
    private final Pages pages;
    private final CardReader reader;
    private final Addresses addresses;

    EIdPicker(Pages pages, CardReader reader, Addresses addresses) {
        this.pages = pages;
        this.reader = reader;
        this.addresses = addresses;
    }

    @GetMapping("/e-leg")
    ResponseEntity<String> choose(HttpServletRequest request, CsrfToken form) {
        if (request.getQueryString() == null) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(addresses.start() + "/"))
                    .build();
        }
        return pages.page(
                HttpStatus.OK,
                "eids.jte",
                Map.of(
                        "people", TestPerson.all(),
                        "action", "/e-leg?" + request.getQueryString(),
                        "formField", form.getParameterName(),
                        "formToken", form.getToken()));
    }

    @PostMapping("/e-leg")
    ResponseEntity<Void> chosen(@RequestParam("person") String slug, HttpServletRequest request) {
        return TestPerson.named(slug)
                .map(person -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.SET_COOKIE, reader.insert(person).toString())
                        .header(
                                HttpHeaders.LOCATION,
                                addresses.start() + "/oauth2/authorize?" + request.getQueryString())
                        .<Void>build())
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
