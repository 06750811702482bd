/** The pages of what units decide. */
@NullMarked
package se.vardmote.directory.settings.web;

import org.jspecify.annotations.NullMarked;
