/** The pages of what units lack. */
@NullMarked
package se.vardmote.directory.readiness.web;

import org.jspecify.annotations.NullMarked;
