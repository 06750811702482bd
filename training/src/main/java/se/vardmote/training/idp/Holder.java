package se.vardmote.training.idp;

import org.jspecify.annotations.Nullable;
import se.vardmote.training.cast.CastMember;
import se.vardmote.training.cast.TestPerson;

/** Whoever shows who they are: staff with a card, or a private person with an e-ID. Each at clients of their own. */
sealed interface Holder {

    record Card(CastMember member) implements Holder {}

    record EId(TestPerson person) implements Holder {
        static final String SUBJECT = "e-id-";
    }

    /** The subject of the identity token. */
    default String subject() {
        return switch (this) {
            case Card(CastMember member) -> member.hsaId();
            case EId(TestPerson person) -> EId.SUBJECT + person.slug();
        };
    }

    /** Whether such a one may sign in at a client: staff with a card or an account, visitors with an e-ID. */
    default boolean maySignInAt(@Nullable String client) {
        return switch (this) {
            case Card card -> IdentityProvider.STAFF.equals(client) || IdentityProvider.ACCOUNTS.equals(client);
            case EId eId -> IdentityProvider.VISITORS.equals(client);
        };
    }
}
