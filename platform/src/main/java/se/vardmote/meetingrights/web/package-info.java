/** The pages about the right to hold digital meetings. */
@NullMarked
package se.vardmote.meetingrights.web;

import org.jspecify.annotations.NullMarked;
