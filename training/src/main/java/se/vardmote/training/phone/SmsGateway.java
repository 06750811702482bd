package se.vardmote.training.phone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.vardmote.training.ProductConnection;

/** The other side of the product's text messages: takes those that the product sends, and nobody else's. */
@RestController
class SmsGateway {
    private final ReceivedTexts texts;
    private final ProductConnection product;
    private final Clock clock;

    SmsGateway(ReceivedTexts texts, ProductConnection product, Clock clock) {
        this.texts = texts;
        this.product = product;
        this.clock = clock;
    }

    /** As the product sends it. */
    record Sent(String to, String from, String text, String reference) {
        @Override
        public String toString() {
            return "Sent[" + reference + "]";
        }
    }

    @PostMapping("/sms")
    ResponseEntity<Void> take(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            @RequestBody Sent sent) {
        byte[] right = ("Bearer " + product.smsToken()).getBytes(UTF_8);
        if (!MessageDigest.isEqual(right, authorization.getBytes(UTF_8)))
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        texts.add(new ReceivedTexts.Text(sent.to(), sent.from(), sent.text(), sent.reference(), clock.instant()));
        return ResponseEntity.accepted().build();
    }
}
