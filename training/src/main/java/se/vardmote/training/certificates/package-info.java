/** Certificates of the training environment's own: for the local network and for the cards. */
@NullMarked
package se.vardmote.training.certificates;

import org.jspecify.annotations.NullMarked;
