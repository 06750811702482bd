/**
 * The training environment (<em>provmiljö</em>): a fictional cast, an identity provider for testing and a start page
 * from which every role is opened in one click. A process of its own, on loopback only, never part of the product.
 */
@NullMarked
package se.vardmote.training;

import org.jspecify.annotations.NullMarked;
