/** The head's reviews, and the extract that a patient asks for. */
@NullMarked
package se.vardmote.accesslog.web;

import org.jspecify.annotations.NullMarked;
