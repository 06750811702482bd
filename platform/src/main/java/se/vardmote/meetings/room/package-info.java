/** The live side of a conversation: the socket, the pages that hang on it, and their lines to the media server. */
@NullMarked
package se.vardmote.meetings.room;

import org.jspecify.annotations.NullMarked;
