package se.vardmote.training.card;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers the product, which asks whether a card is blocked. */
@RestController
class BlockedCards {
    private static final MediaType LIST = MediaType.parseMediaType("application/pkix-crl");
    private final Cards cards;

    BlockedCards(Cards cards) {
        this.cards = cards;
    }

    @GetMapping(Cards.LIST)
    ResponseEntity<byte[]> list() {
        byte[] list = cards.list();
        return list.length == 0
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok()
                        .contentType(LIST)
                        .cacheControl(CacheControl.noStore())
                        .body(list);
    }
}
