/** Pages about one client: whether name and number are hidden. */
@NullMarked
package se.vardmote.clients.web;

import org.jspecify.annotations.NullMarked;
