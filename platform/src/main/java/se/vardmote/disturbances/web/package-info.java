/** The form that anybody may send, and the administrator's list. */
@NullMarked
package se.vardmote.disturbances.web;

import org.jspecify.annotations.NullMarked;
