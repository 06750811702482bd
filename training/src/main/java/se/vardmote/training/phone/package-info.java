/** "Provtelefonen": takes the text messages that the product sends, and shows them. */
@NullMarked
package se.vardmote.training.phone;

import org.jspecify.annotations.NullMarked;
