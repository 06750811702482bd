package se.vardmote.training.phone;

/**
 * A text message as the page shows it.
 *
 * @param link empty when there is none of the product's in it; else {@code before} and {@code after} stand around it
 */
public record ShownText(String to, String from, String at, String before, String link, String after) {}
