package se.vardmote.access.card;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import se.vardmote.access.signin.Refusal;
import se.vardmote.vocabulary.HsaId;

/**
 * Whom a certificate names. On the card of staff, {@code serialNumber} is the HSA-id; the same card carries a second
 * certificate with the personal identity number there, and functions have certificates without a person's names.
 */
final class CardSubject {
    private static final String SERIAL_NUMBER = "SERIALNUMBER";
    private static final Set<String> NAMES = Set.of("SURNAME", "GIVENNAME");
    private static final Map<String, String> KEYWORDS =
            Map.of("2.5.4.5", SERIAL_NUMBER, "2.5.4.4", "SURNAME", "2.5.4.42", "GIVENNAME");
    private static final Pattern PERSONAL_NUMBER = Pattern.compile("(\\d{2})?\\d{6}[-+]?\\d{4}");
    private final List<String> serialNumbers = new ArrayList<>();
    private boolean person;

    private CardSubject() {}

    /** A refusal carries no identity: what is written there may be a personal identity number. */
    static CardReading read(X509Certificate certificate) {
        var subject = new CardSubject();
        try {
            var name = certificate.getSubjectX500Principal().getName(X500Principal.RFC2253, KEYWORDS);
            for (Rdn rdn : new LdapName(name).getRdns()) subject.take(rdn);
        } catch (NamingException e) {
            return new CardReading.Refused(Refusal.WRONG_CARD, null);
        }
        return subject.reading();
    }

    private CardReading reading() {
        if (serialNumbers.size() != 1) return new CardReading.Refused(Refusal.WRONG_CARD, null);
        String serialNumber = serialNumbers.getFirst();
        if (PERSONAL_NUMBER.matcher(serialNumber).matches())
            return new CardReading.Refused(Refusal.PERSONAL_CARD, null);
        if (!person) return new CardReading.Refused(Refusal.SHARED_ACCOUNT, null);
        return HsaId.parse(serialNumber)
                .asOptional()
                .<CardReading>map(CardReading.Holder::new)
                .orElseGet(() -> new CardReading.Refused(Refusal.WRONG_CARD, null));
    }

    private void take(Rdn rdn) throws NamingException {
        var attributes = rdn.toAttributes().getAll();
        while (attributes.hasMore()) {
            Attribute attribute = attributes.next();
            if (NAMES.contains(attribute.getID())) person = true;
            if (!attribute.getID().equals(SERIAL_NUMBER)) continue;
            if (!(attribute.get() instanceof String text)) throw new InvalidNameException("serialNumber is no text");
            serialNumbers.add(text);
        }
    }
}
