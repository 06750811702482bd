package se.vardmote.directory.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.vardmote.organisation.register.PersonLine;

/**
 * The staff of a care provider.
 *
 * @param unit whose staff these are; null for all
 * @param search what was searched for; it is posted, so that no name stands in an address
 * @param next the id of the last one here when there are more, or null
 * @param first whether these are the first ones
 */
public record PeoplePage(
        String careProvider,
        @Nullable Unit unit,
        String search,
        List<PersonLine> people,
        @Nullable String next,
        boolean first) {
    public record Unit(String id, String name) {}
}
