/** The way in of patients and relatives: from a link to the lobby, by e-ID, by a one-time code or to be identified there. */
@NullMarked
package se.vardmote.access.guest;

import org.jspecify.annotations.NullMarked;
