package se.vardmote.training.idp;

import java.util.List;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;
import se.vardmote.training.cast.Cast;
import se.vardmote.training.cast.CastMember;
import se.vardmote.training.cast.TestPerson;

/**
 * What the identity token says of the holder of an e-ID, or of the card's holder, with the claim names of Inera's identity provider. No commission
 * is stated ("uppdragslös inloggning"): the product finds the commissions in its own register. To the client of the municipality's
 * accounts it says the number of the employee instead: who has no card is nobody to health care.
 */
@Component
class CardClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    @Override
    public void customize(JwtEncodingContext context) {
        if (!context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
            return;
        }
        Authentication signedIn = Objects.requireNonNull(context.getPrincipal());
        String subject = signedIn.getName();
        if (subject.startsWith(Holder.EId.SUBJECT)) {
            TestPerson.named(subject.substring(Holder.EId.SUBJECT.length()))
                    .ifPresent(person -> describe(person, context));
            return;
        }
        boolean accounts = context.getRegisteredClient().getClientId().equals(IdentityProvider.ACCOUNTS);
        (accounts ? Cast.accountHolders() : Cast.members())
                .stream().filter(member -> member.hsaId().equals(subject)).forEach(holder -> describe(holder, context));
    }

    /** With the names of OIDC Sweden and of Sweden Connect's profile; who comes from another country has no number. */
    private static void describe(TestPerson person, JwtEncodingContext context) {
        context.getClaims()
                .claim("given_name", person.givenName())
                .claim("family_name", person.familyName())
                .claim("name", person.name())
                .claim("birthdate", person.birthDate().toString())
                .claim("acr", person.level());
        if (person.number() == null) {
            context.getClaims()
                    .claim("https://id.swedenconnect.se/claim/prid", "DK:" + person.slug())
                    .claim("https://id.swedenconnect.se/claim/pridPersistence", "A");
        } else {
            context.getClaims().claim("https://id.oidc.se/claim/personalIdentityNumber", person.number());
        }
    }

    private static void describe(CastMember holder, JwtEncodingContext context) {
        if (holder.account() == null) {
            context.getClaims().claim("employeeHsaId", holder.hsaId()).claim("amr", List.of("sc", "pin"));
        } else {
            context.getClaims()
                    .claim("employeeNumber", holder.account().number())
                    .claim("amr", List.of("pwd", "otp"));
        }
        context.getClaims()
                .claim("given_name", holder.givenName())
                .claim("family_name", holder.familyName())
                .claim("name", holder.name())
                .claim("acr", holder.assurance());
    }
}
