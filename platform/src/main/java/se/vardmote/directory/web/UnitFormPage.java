package se.vardmote.directory.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A new unit, or one that is changed.
 *
 * @param id null for a new one
 * @param suggestions names of units, for the field of the parent
 * @param errors field name → refusal code ({@code org-unit.<field>.<code>}, else {@code refusal.<code>})
 */
public record UnitFormPage(@Nullable String id, UnitForm form, List<String> suggestions, Map<String, String> errors) {}
