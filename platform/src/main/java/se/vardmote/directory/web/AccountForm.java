package se.vardmote.directory.web;

import se.vardmote.organisation.register.Accounts.Account;

/**
 * What somebody signs in with, as typed.
 *
 * @param account empty for none
 * @param shared {@code yes} when ticked
 */
public record AccountForm(String account, String shared) {

    public AccountForm {
        account = Typed.of(account);
        shared = Typed.of(shared);
    }

    static AccountForm of(Account account) {
        return new AccountForm(Typed.of(account.account()), account.shared() ? "yes" : "");
    }

    @Override
    public String toString() {
        return "AccountForm[•••]";
    }
}
