/** The fictional people, units and tablets, and how they come into the product's database. */
@NullMarked
package se.vardmote.training.cast;

import org.jspecify.annotations.NullMarked;
