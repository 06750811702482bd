package se.vardmote.training.start;

/**
 * Somebody whom the start page opens in one click.
 *
 * @param slug as it stands in the address {@code /som/{slug}}
 * @param host the product's host name for this role, so that its cookies stay apart from the others'
 * @param what the role, as a heading
 * @param who the person or the place
 * @param sees what one will see
 */
public record Role(String slug, String host, String what, String who, String sees) {}
