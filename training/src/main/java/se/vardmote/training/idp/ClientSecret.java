package se.vardmote.training.idp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The secret that the product generated for its client. It is random, so comparing needs no slow hash. */
final class ClientSecret implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : secret.toString();
    }

    @Override
    public boolean matches(@Nullable CharSequence presented, @Nullable String secret) {
        return presented != null
                && secret != null
                && MessageDigest.isEqual(presented.toString().getBytes(UTF_8), secret.getBytes(UTF_8));
    }
}
