/**
 * The training environment (<em>provmiljö</em>): a fictional cast, an identity provider for testing and a start page
 * from which every role is opened in one click. A process of its own, never part of the product. It listens on loopback; only
 * the page about trusting ({@code lan}) is opened to the local network, when that is asked for.
 */
@NullMarked
package se.vardmote.training;

import org.jspecify.annotations.NullMarked;
