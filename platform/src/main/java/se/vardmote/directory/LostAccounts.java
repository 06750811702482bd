package se.vardmote.directory;

import org.springframework.stereotype.Component;
import se.vardmote.access.SignIns;
import se.vardmote.organisation.register.Accounts.Account;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.StaffId;

/** Whoever loses their account, by page or file, or turns out to be several, is signed out at once. */
@Component
public class LostAccounts {
    private final SignIns signIns;

    public LostAccounts(SignIns signIns) {
        this.signIns = signIns;
    }

    /** Call when {@code now} has been written for good, so that nobody comes in by the one before any longer. */
    public void signOut(CareProviderId careProvider, StaffId staff, Account before, Account now) {
        if (now.shared()) signIns.endRevoked(staff);
        else if (before.account() != null && !before.account().equals(now.account()))
            signIns.endAt(careProvider, staff);
    }
}
