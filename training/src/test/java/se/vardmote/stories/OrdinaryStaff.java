package se.vardmote.stories;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A nurse in a register that is not the training environment's, who has signed in: the rows that say so. */
final class OrdinaryStaff {
    private static final SecureRandom RANDOM = new SecureRandom();

    private OrdinaryStaff() {}

    /** Returns the browser's cookie. */
    static String signedIn(JdbcClient owner) {
        var provider = UUID.randomUUID();
        var unit = UUID.randomUUID();
        var nurse = UUID.randomUUID();
        var commission = UUID.randomUUID();
        String number = Integer.toString(RANDOM.nextInt(1_000_000));
        owner.sql("insert into organisation.care_provider (id, name, hsa_id, meeting_right_from) "
                        + "values (?, 'Prästkragens kommun', ?, null)")
                .params(provider, "SE0000000000-P" + number)
                .update();
        owner.sql("insert into organisation.care_unit (id, care_provider_id, name, hsa_id, phone) "
                        + "values (?, ?, 'Sjuksköterskor natt', ?, '+46317401234')")
                .params(unit, provider, "SE0000000000-U" + number)
                .update();
        owner.sql("insert into organisation.staff (id, care_provider_id, hsa_id, name, profession, licensed) "
                        + "values (?, ?, ?, 'Noor Sandgren', 'NURSE', true)")
                .params(nurse, provider, "SE0000000000-S" + number)
                .update();
        owner.sql("insert into organisation.commission (id, staff_id, care_provider_id, care_unit_id, name, purpose, "
                        + "valid_from) values (?, ?, ?, ?, 'Sjuksköterska natt', 'Vård och behandling', '2020-01-01')")
                .params(commission, nurse, provider, unit)
                .update();
        return session(owner, provider, nurse, commission);
    }

    private static String session(JdbcClient owner, UUID provider, UUID nurse, UUID commission) {
        byte[] token = new byte[32];
        RANDOM.nextBytes(token);
        owner.sql("insert into access.session (id, token_hash, staff_id, care_provider_id, commission_id, assurance, "
                        + "created_at, last_seen_at) values (uuidv7(), ?, ?, ?, ?, 'LOA3', now(), now())")
                .params(sha256(token), nurse, provider, commission)
                .update();
        return "__Host-session=" + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
