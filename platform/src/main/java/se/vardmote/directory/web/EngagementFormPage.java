package se.vardmote.directory.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A new commission or assignment, or one that is changed or ended.
 *
 * @param person id of whose it is
 * @param name of the person, as everybody may read it
 * @param id null for a new one
 * @param choices purposes, as the directory HSA writes them, or kinds
 * @param suggestions names of units
 * @param errors field name → refusal code ({@code org-work.<field>.<code>}, else {@code refusal.<code>})
 */
public record EngagementFormPage(
        String person,
        String name,
        @Nullable String id,
        EngagementForm form,
        List<String> choices,
        List<String> suggestions,
        Map<String, String> errors) {}
