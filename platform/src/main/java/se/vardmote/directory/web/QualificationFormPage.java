package se.vardmote.directory.web;

import java.util.Map;

/**
 * A part of the training of one of the staff.
 *
 * @param person id of whose it is
 * @param name of the person, as everybody may read it
 * @param kind name of {@code Qualification.Kind}
 * @param errors field name → refusal code ({@code org-training.<field>.<code>}, else {@code refusal.<code>})
 */
public record QualificationFormPage(
        String person, String name, String kind, QualificationForm form, Map<String, String> errors) {}
