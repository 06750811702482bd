package se.vardmote.training.start;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.vardmote.training.Addresses;
import se.vardmote.training.cast.Cast;
import se.vardmote.training.cast.CastMember;
import se.vardmote.training.cast.Tablet;
import se.vardmote.training.idp.CardReader;

/** One click, one role: sets what the role needs in the browser and goes on to the product. */
@RestController
class OpenAs {

    private final Addresses addresses;
    private final TabletEnrolment enrolment;
    private final CardReader reader;

    OpenAs(Addresses addresses, TabletEnrolment enrolment, CardReader reader) {
        this.addresses = addresses;
        this.enrolment = enrolment;
        this.reader = reader;
    }

    @GetMapping("/som/{slug}")
    ResponseEntity<Void> open(@PathVariable String slug, HttpServletRequest request) {
        return Roles.named(slug).map(role -> open(role, request)).orElseGet(() -> ResponseEntity.notFound()
                .build());
    }

    private ResponseEntity<Void> open(Role role, HttpServletRequest request) {
        String product = addresses.product(role.host());
        return Cast.tablet(role.slug())
                .map(tablet -> openTablet(tablet, product, request))
                .or(() -> Cast.member(role.slug()).map(member -> openMember(member, product, request)))
                .orElseGet(() -> goTo(product + "/"));
    }

    private ResponseEntity<Void> openTablet(Tablet tablet, String product, HttpServletRequest request) {
        if (!isUnder(addresses.tabletEnrolment(), request)) {
            return goTo(addresses.tabletEnrolment() + "/som/" + tablet.slug());
        }
        return goTo(product + "/", enrolment.enrol(tablet));
    }

    private ResponseEntity<Void> openMember(CastMember member, String product, HttpServletRequest request) {
        if (!isUnder(addresses.start(), request)) {
            return goTo(addresses.start() + "/som/" + member.slug());
        }
        String way = member.account() == null ? "/logga-in/tjanst" : "/logga-in/konto/vellinge";
        return goTo(product + way, reader.insert(member));
    }

    /** A cookie is set for the host that was asked, so the host must be the right one before it is set. */
    private static boolean isUnder(String baseUrl, HttpServletRequest request) {
        return URI.create(baseUrl).getAuthority().equals(request.getHeader(HttpHeaders.HOST));
    }

    private static ResponseEntity<Void> goTo(String url, ResponseCookie... cookies) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(url))
                .cacheControl(CacheControl.noStore());
        for (ResponseCookie cookie : cookies) {
            answer.header(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return answer.build();
    }
}
