package se.vardmote.training.phone;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.vardmote.training.Addresses;
import se.vardmote.training.web.Pages;

/** What a telephone would show, whoever's it is. */
@RestController
class PhonePage {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH.mm.ss").withZone(ZoneId.of("Europe/Stockholm"));
    private final ReceivedTexts texts;
    private final Pages pages;
    private final Addresses addresses;

    PhonePage(ReceivedTexts texts, Pages pages, Addresses addresses) {
        this.texts = texts;
        this.pages = pages;
        this.addresses = addresses;
    }

    @GetMapping("/telefon")
    ResponseEntity<String> phone() {
        List<ShownText> shown = texts.all().stream().map(this::shown).toList();
        return pages.page(HttpStatus.OK, "phone.jte", Map.of("texts", shown));
    }

    private ShownText shown(ReceivedTexts.Text text) {
        String at = TIME.format(text.at());
        Matcher link = LINK.matcher(text.text());
        if (!link.find() || !isTheProducts(link.group()))
            return new ShownText(text.to(), text.from(), at, text.text(), "", "");
        return new ShownText(
                text.to(),
                text.from(),
                at,
                text.text().substring(0, link.start()),
                link.group(),
                text.text().substring(link.end()));
    }

    private boolean isTheProducts(String link) {
        return addresses.productOrigins().stream().anyMatch(origin -> link.startsWith(origin + "/"));
    }
}
