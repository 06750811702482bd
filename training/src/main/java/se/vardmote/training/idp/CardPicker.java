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
import se.vardmote.training.cast.Cast;
import se.vardmote.training.web.Pages;

/**
 * "Välj kort": stands where a real identity provider asks for a SITHS card and its PIN, or for an account and its password. The address carries the whole
 * request for authorization along, so nothing is remembered between the pages.
 */
@RestController
class CardPicker {

    private final Pages pages;
    private final CardReader reader;
    private final Addresses addresses;

    CardPicker(Pages pages, CardReader reader, Addresses addresses) {
        this.pages = pages;
        this.reader = reader;
        this.addresses = addresses;
    }

    @GetMapping("/kort")
    ResponseEntity<String> choose(HttpServletRequest request, CsrfToken form) {
        if (request.getQueryString() == null) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(addresses.start() + "/"))
                    .build();
        }
        boolean accounts = IdentityProvider.ACCOUNTS.equals(request.getParameter("client_id"));
        return pages.page(
                HttpStatus.OK,
                "cards.jte",
                Map.of(
                        "accounts",
                        accounts,
                        "holders",
                        accounts ? Cast.accountHolders() : Cast.members(),
                        "action",
                        "/kort?" + request.getQueryString(),
                        "formField",
                        form.getParameterName(),
                        "formToken",
                        form.getToken()));
    }

    @PostMapping("/kort")
    ResponseEntity<Void> chosen(@RequestParam("kort") String slug, HttpServletRequest request) {
        return Cast.member(slug)
                .map(holder -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.SET_COOKIE, reader.insert(holder).toString())
                        .header(
                                HttpHeaders.LOCATION,
                                addresses.start() + "/oauth2/authorize?" + request.getQueryString())
                        .<Void>build())
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
