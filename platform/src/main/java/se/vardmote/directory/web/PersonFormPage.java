package se.vardmote.directory.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A new person, or one who is changed.
 *
 * @param id null for a new one
 * @param professions names of {@code Profession}
 * @param errors field name → refusal code ({@code org-person.<field>.<code>}, else {@code refusal.<code>})
 */
public record PersonFormPage(
        @Nullable String id, PersonForm form, List<String> professions, Map<String, String> errors) {}
