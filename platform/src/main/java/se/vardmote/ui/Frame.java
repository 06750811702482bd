package se.vardmote.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page.
 *
 * @param assets addresses of style and script
 * @param training shows the banner of the training environment
 * @param signedIn who is signed in, or null
 * @param csrf token for the forms; empty where there is no session to protect
 * @param path of this page, for the language link; never with a query
 * @param section the path that was asked for, also by a form that comes back with faults: shows where one is
 * @param telephone the page is read on a telephone: numbers are links; elsewhere they are only text
 * @param warnsOfBrowser calls have not been tried with this browser (R0-57)
 * @param stops planned stops that are announced to this reader, or go on
 * @param icons the pictures beside words
 */
public record Frame(
        Assets assets,
        boolean training,
        @Nullable SignedIn signedIn,
        String csrf,
        String path,
        String section,
        boolean telephone,
        boolean warnsOfBrowser,
        List<StopNotice> stops,
        Icons icons) {

    /** The same for part of a page, without what is one reader's own. */
    public Frame ofNobody() {
        return new Frame(assets, training, null, "", "", "", telephone, warnsOfBrowser, List.of(), icons);
    }
}
