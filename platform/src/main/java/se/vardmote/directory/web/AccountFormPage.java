package se.vardmote.directory.web;

import java.util.Map;

/**
 * What somebody signs in with.
 *
 * @param name as everybody may read it
 * @param keeps whether the row is the own care provider's: only then it can be said to be shared
 * @param errors field name → refusal code ({@code org-account.<field>.<code>})
 */
public record AccountFormPage(
        String person, String name, boolean keeps, AccountForm form, Map<String, String> errors) {}
