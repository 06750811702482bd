package se.vardmote.accesslog;

import org.jspecify.annotations.Nullable;
import se.vardmote.audit.Accessed;

/**
 * A reading picked out by a rule.
 *
 * @param patients how many patients were opened, where that is why
 * @param found how many readings the rule has found in all; some of them at random are shown when they are many
 */
public record Pick(Rule rule, Accessed reading, @Nullable Integer patients, int found) {}
