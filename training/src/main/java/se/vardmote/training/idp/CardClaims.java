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

/**
 * What the identity token says of the card's holder, with the claim names of Inera's identity provider. No commission
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
        String hsaId = signedIn.getName();
        boolean accounts = context.getRegisteredClient().getClientId().equals(IdentityProvider.ACCOUNTS);
        (accounts ? Cast.accountHolders() : Cast.members())
                .stream().filter(member -> member.hsaId().equals(hsaId)).forEach(holder -> describe(holder, context));
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
