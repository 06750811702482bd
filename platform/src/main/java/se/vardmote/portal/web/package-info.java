/** Pages that span modules: what is kept how long. */
@NullMarked
package se.vardmote.portal.web;

import org.jspecify.annotations.NullMarked;
