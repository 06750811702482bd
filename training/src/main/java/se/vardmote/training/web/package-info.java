/** What all pages of the training environment share: rendering, headers, the problem page. */
@NullMarked
package se.vardmote.training.web;

import org.jspecify.annotations.NullMarked;
