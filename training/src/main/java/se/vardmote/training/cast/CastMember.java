package se.vardmote.training.cast;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fictional member of staff, with a card or with an account of the municipality.
 *
 * @param employer who keeps the person in the register when no commission says otherwise
 * @param commission what the person is commissioned to do and where; null for somebody without any
 * @param administers whether the person administers the system for the care provider of the commission
 * @param assurance the level that the card or the account vouches for, as the identity provider states it in {@code acr}
 * @param account what somebody of social services has instead of a card; null for the others
 */
public record CastMember(
        String hsaId,
        CareProvider employer,
        String givenName,
        String familyName,
        Title title,
        @Nullable Commission commission,
        boolean administers,
        String assurance,
        @Nullable Account account) {

    private static final String STRONG = "http://id.sambi.se/loa/loa3";
    private static final String WEAK = "http://id.sambi.se/loa/loa2";

    /** A commission (medarbetaruppdrag) at a unit, for one purpose. */
    public record Commission(CareUnit unit, String purpose) {
        String name() {
            return unit.name();
        }
    }

    /**
     * An account of the municipality, and the assignments in social services that it opens.
     *
     * @param number of the employee, by which the municipality's sign-in service knows them
     * @param assignments names of the product's kinds
     */
    public record Account(String number, CareUnit unit, List<String> assignments) {}

    static CastMember withoutCommission(
            String hsaId, CareProvider employer, String givenName, String familyName, Title title) {
        return new CastMember(hsaId, employer, givenName, familyName, title, null, false, STRONG, null);
    }

    CastMember at(CareUnit unit, String purpose) {
        return new CastMember(
                hsaId,
                employer,
                givenName,
                familyName,
                title,
                new Commission(unit, purpose),
                administers,
                assurance,
                account);
    }

    CastMember administering(CareUnit unit) {
        return new CastMember(
                hsaId,
                employer,
                givenName,
                familyName,
                title,
                new Commission(unit, "Administration"),
                true,
                assurance,
                account);
    }

    CastMember withWeakCard() {
        return new CastMember(hsaId, employer, givenName, familyName, title, commission, administers, WEAK, account);
    }

    CastMember withAccount(String number, CareUnit unit, String... assignments) {
        return new CastMember(
                hsaId,
                unit.careProvider(),
                givenName,
                familyName,
                title,
                null,
                false,
                WEAK,
                new Account(number, unit, List.of(assignments)));
    }

    public String name() {
        return givenName + " " + familyName;
    }

    /** The name as it stands in an address: {@code mika-ronn}. */
    public String slug() {
        return Normalizer.normalize(name(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace(' ', '-');
    }

    /** Where the card says that its holder works. */
    public String workplace() {
        if (account != null) return account.unit().name();
        return commission == null ? "Inget uppdrag" : commission.unit().name();
    }

    CareProvider careProvider() {
        return commission == null ? employer : commission.unit().careProvider();
    }

    UUID id() {
        return FixedId.of(hsaId);
    }

    UUID assignmentId(String kind) {
        return FixedId.of(hsaId + " " + kind);
    }

    UUID commissionId() {
        return FixedId.of(hsaId + " commission");
    }
}
