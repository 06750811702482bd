/** From what a camera sent to a picture of our own: checked before it is decoded, and without anything but pixels. */
@NullMarked
package se.vardmote.meetings.picture;

import org.jspecify.annotations.NullMarked;
