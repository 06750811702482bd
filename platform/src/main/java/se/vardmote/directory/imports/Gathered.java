package se.vardmote.directory.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.vardmote.directory.leaving.NothingLeft.Loss;

/** What has been read of a file so far: rows that are left out, and what the others want. */
final class Gathered<T> {
    private final List<Row<T>> rows = new ArrayList<>();

    private record Row<T>(RowReading reading, @Nullable T one) {
        Stream<T> wanted() {
            return reading.refused().isPresent() ? Stream.empty() : Stream.ofNullable(one);
        }
    }

    /** @param one null when the row is refused; it may be refused with it there as well */
    void add(RowReading reading, @Nullable T one) {
        rows.add(new Row<>(reading, one));
    }

    <S> List<S> wanted(Function<T, S> what) {
        return rows.stream().flatMap(Row::wanted).map(what).toList();
    }

    /** Leaves out rows that may not be, now that all of them are known. */
    void refuseStillOpen(Function<T, @Nullable Loss> lost) {
        for (Row<T> row : rows) {
            row.wanted().map(lost).forEach(loss -> {
                if (loss != null) row.reading().refuse(RowReading.column(loss), "still-open");
            });
        }
    }

    /** Rows that say what is there already are counted and not written. */
    Plan plan(Predicate<T> changes, Function<T, Change> change, Function<T, Runnable> write) {
        return plan(changes, change, write, one -> () -> {});
    }

    /** @param afterwards what follows when everything has been written for good */
    Plan plan(
            Predicate<T> changes,
            Function<T, Change> change,
            Function<T, Runnable> write,
            Function<T, Runnable> afterwards) {
        List<T> wanted = wanted(Function.identity());
        List<T> different = wanted.stream().filter(changes).toList();
        return new Plan(
                different.stream().map(change).toList(),
                wanted.size() - different.size(),
                rows.stream().flatMap(row -> row.reading().refused().stream()).toList(),
                different.stream().map(write).toList(),
                different.stream().map(afterwards).toList());
    }
}
