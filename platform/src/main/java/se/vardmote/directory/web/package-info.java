/** The pages of the directory. */
@NullMarked
package se.vardmote.directory.web;

import org.jspecify.annotations.NullMarked;
