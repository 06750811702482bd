package se.vardmote.audit;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the rows of some blocks that follow on each other come to, read with one question: most blocks are small, and a
 * question each would take most of the time.
 */
final class BlockContents {
    /** Rows of one question, which the driver holds in memory at once: some 40 MB. */
    private static final long MOST_ROWS = 50_000;

    private final List<SealedBlock> run;
    private final List<Content> contents = new ArrayList<>();
    private final Chain.EventHash event = new Chain.EventHash();
    private MessageDigest content = Chain.sha256();
    private long counted;

    /** @param hash over all rows of the block */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record Content(long events, byte[] hash) {}

    private BlockContents(List<SealedBlock> run) {
        this.run = run;
    }

    /** The blocks in the parts that are read together. */
    static List<List<SealedBlock>> runs(List<SealedBlock> blocks) {
        List<List<SealedBlock>> runs = new ArrayList<>();
        for (int from = 0; from < blocks.size(); from += runs.getLast().size())
            runs.add(firstRun(blocks.subList(from, blocks.size())));
        return runs;
    }

    /** As many of the first blocks as are read together: at least one, of one era, each beginning where the last ended. */
    private static List<SealedBlock> firstRun(List<SealedBlock> blocks) {
        int length = 1;
        long rows = blocks.getFirst().events();
        while (length < blocks.size() && follows(blocks.get(length - 1), blocks.get(length))) {
            rows += blocks.get(length).events();
            if (rows > MOST_ROWS) break;
            length++;
        }
        return blocks.subList(0, length);
    }

    /** One for each block, in order. */
    static List<Content> of(List<SealedBlock> run, JdbcClient audit) {
        var reading = new BlockContents(run);
        audit.sql("select " + Chain.COLUMNS + """
                from audit.event
                where era = :era and xact >= :lower::xid8 and xact < :upper::xid8
                order by audit.event.xact, audit.event.id
                """)
                .param("era", run.getFirst().era())
                .param("lower", Long.toUnsignedString(run.getFirst().lowerXact()))
                .param("upper", Long.toUnsignedString(run.getLast().upperXact()))
                .query(reading::add);
        while (reading.contents.size() < run.size()) reading.end();
        return reading.contents;
    }

    private static boolean follows(SealedBlock before, SealedBlock block) {
        return before.era() == block.era()
                && before.upperXact() == block.lowerXact()
                && Long.compareUnsigned(block.lowerXact(), block.upperXact()) < 0;
    }

    private void add(ResultSet row) throws SQLException {
        long xact = Long.parseUnsignedLong(row.getString(Chain.XACT));
        while (Long.compareUnsigned(xact, run.get(contents.size()).upperXact()) >= 0) end();
        counted++;
        content.update(event.of(row));
    }

    private void end() {
        contents.add(new Content(counted, content.digest()));
        content = Chain.sha256();
        counted = 0;
    }
}
