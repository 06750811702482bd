/** Cards of the cast for the product's card port: an authority of this data folder's own, and its list of blocked cards. */
@NullMarked
package se.vardmote.training.card;

import org.jspecify.annotations.NullMarked;
