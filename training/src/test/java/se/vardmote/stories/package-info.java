/**
 * The end-to-end stories: the product and the training environment as processes, the real PostgreSQL, the real Janus and
 * real browsers. Run by {@code ./vardmote test}, in a network of their own from which nothing may call out.
 */
package se.vardmote.stories;
