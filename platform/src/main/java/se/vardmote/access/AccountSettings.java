package se.vardmote.access;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Parsed;

/**
 * Sign-in services of single care providers, for staff without SITHS: {@code vardmote.accounts.providers.NAME.*}. None by
 * default. A name is letters, digits and hyphens; it stands in addresses.
 */
@ConfigurationProperties("vardmote.accounts")
public record AccountSettings(@DefaultValue Map<String, ProviderSettings> providers) {

    public AccountSettings {
        providers = Map.copyOf(providers);
        providers.keySet().forEach(name -> {
            if (!name.matches("[a-z0-9-]{1,40}"))
                throw new IllegalArgumentException(
                        "vardmote.accounts.providers: a name is small letters, digits and hyphens, not " + name);
        });
        providers.forEach((name, provider) -> provider.check("vardmote.accounts.providers." + name));
    }

    /**
     * One of them. Addresses are given one by one, as for {@link SignInSettings}.
     *
     * @param label whose account it is, as the sign-in page says: {@code Vellinge kommun}
     * @param careProvider the HSA-id of the only care provider for whose people it is believed
     * @param claim what names the person; its value is the account in the register. One that the person cannot change
     * @param levels the {@code acr} values that are enough; asked for in this order
     */
    public record ProviderSettings(
            @Nullable String label,
            @Nullable String careProvider,
            @Nullable URI authorizationUri,
            @Nullable URI tokenUri,
            @Nullable URI jwkSetUri,
            @Nullable String issuer,
            @Nullable String clientId,
            @Nullable String clientSecret,
            @DefaultValue("sub") String claim,

            @DefaultValue({"http://id.sambi.se/loa/loa2", "http://id.sambi.se/loa/loa3"})
            List<String> levels) {

        private void check(String name) {
            given(name + ".label", label);
            given(name + ".authorization-uri", authorizationUri);
            given(name + ".token-uri", tokenUri);
            given(name + ".jwk-set-uri", jwkSetUri);
            given(name + ".issuer", issuer);
            given(name + ".client-id", clientId);
            given(name + ".client-secret", clientSecret);
            given(name + ".claim", claim);
            given(name + ".care-provider", careProvider);
            if (!(HsaId.parse(String.valueOf(careProvider)) instanceof Parsed.Valid<HsaId>))
                throw new IllegalArgumentException(name + ".care-provider is no HSA-id: " + careProvider);
            if (levels.stream().allMatch(String::isBlank))
                throw new IllegalArgumentException(name + ".levels: say which acr values are enough");
        }

        private static void given(String name, @Nullable Object value) {
            if (value == null || value.toString().isBlank()) throw new IllegalArgumentException(name + " is missing");
        }

        @Override
        public String toString() {
            return "ProviderSettings[" + issuer + " as " + clientId + "]";
        }
    }
}
