package se.vardmote.assessment.planned;

import java.net.URI;
import java.time.Instant;
import org.springframework.stereotype.Component;
import se.vardmote.access.GuestCodes;
import se.vardmote.access.LinkToken;
import se.vardmote.notifications.Notice;
import se.vardmote.notifications.Recipient;
import se.vardmote.platform.Origins;
import se.vardmote.ui.Language;
import se.vardmote.ui.Messages;
import se.vardmote.ui.Words;
import se.vardmote.vocabulary.CareProviderId;

/**
 * What is written to guests: a time and a link, or a code. No name, no unit and nothing of health, for it is read on locked screens; the
 * words are those that the regions use, "din vårdtid" (Socialstyrelsen 2011; Region Stockholm). In Swedish: nobody has said in
 * which language they read.
 */
@Component
class GuestWords {
    private final Words say;
    private final URI origin;

    GuestWords(Messages messages, Origins origins) {
        this.say = messages.in(Language.SV);
        this.origin = origins.origins().getFirst();
    }

    String address(LinkToken token) {
        return origin + "/m/" + token.text();
    }

    Notice link(CareProviderId careProvider, Recipient to, Instant at, LinkToken token, Instant until) {
        return new Notice(
                careProvider,
                to,
                say.text("guest.notice.subject"),
                say.text("guest.notice.link", say.exact(at), address(token)),
                until);
    }

    Notice code(CareProviderId careProvider, Recipient to, GuestCodes.Issued code) {
        return new Notice(
                careProvider,
                to,
                say.text("guest.notice.code-subject"),
                say.text("guest.notice.code", code.code(), say.clock(code.until())),
                code.until());
    }
}
