package se.vardmote.directory.web;

import org.jspecify.annotations.Nullable;
import se.vardmote.directory.imports.Kind;

/**
 * Where a file is sent.
 *
 * @param kind that is chosen
 * @param wrong null, or why the file was not taken: {@code missing}, {@code too-big}, {@code gone}
 * @param done null, or how many rows were read in
 */
public record ImportPage(
        Kind kind, @Nullable String wrong, @Nullable Integer done) {}
