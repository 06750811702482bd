package se.vardmote.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the whole log and computes the chain anew, without the database's own functions. It needs no more rights than the
 * running role has, and may run while the product does.
 */
public final class AuditVerifier {
    private static final int BLOCKS_AT_A_TIME = 2_000;

    /** So many read at once: while one waits for the database another computes. */
    public static final int READERS = 2;

    private final JdbcClient audit;
    private final AuditHeads heads;

    /** @param audit over {@value #READERS} connections, or what is read waits for what is computed */
    public AuditVerifier(JdbcClient audit, AuditHeads heads) {
        this.audit = audit;
        this.heads = heads;
    }

    public AuditVerdict verify() {
        try (var readers = Executors.newFixedThreadPool(READERS)) {
            return verify(readers);
        }
    }

    private AuditVerdict verify(ExecutorService readers) {
        List<AuditFinding> findings = new ArrayList<>();
        Map<Long, AuditHead> unseen = new HashMap<>();
        List<AuditHead> kept = heads.all();
        kept.forEach(head -> unseen.put(head.number(), head));
        SealedBlock last = null;
        long events = 0;
        while (true) {
            List<SealedBlock> blocks = after(last);
            if (blocks.isEmpty()) {
                break;
            }
            List<Read> all = BlockContents.runs(blocks).stream()
                    .map(run -> new Read(run, readers.submit(() -> BlockContents.of(run, audit))))
                    .toList();
            for (Read read : all) {
                List<BlockContents.Content> contents = read.await();
                for (int i = 0; i < read.run().size(); i++) {
                    SealedBlock block = read.run().get(i);
                    follows(last, block, findings);
                    events += compareEvents(block, contents.get(i), findings);
                    compareHead(unseen.remove(block.number()), block, findings);
                    last = block;
                }
            }
        }
        unseen.values().forEach(head -> findings.add(new AuditFinding.HeadNotInChain(head.number(), head.sealedAt())));
        outsideTheChain(findings);
        return new AuditVerdict(last == null ? 0 : last.number(), events, unsealed(last), kept.size(), findings);
    }

    /** Some blocks, and what their rows come to as soon as somebody has read them. */
    private record Read(List<SealedBlock> run, Future<List<BlockContents.Content>> contents) {
        List<BlockContents.Content> await() {
            try {
                return contents.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the access log was read", e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
            }
        }
    }

    private List<SealedBlock> after(@Nullable SealedBlock last) {
        return audit.sql("select * from audit.block where number > :number order by number limit :limit")
                .param("number", last == null ? Long.MIN_VALUE : last.number())
                .param("limit", BLOCKS_AT_A_TIME)
                .query(SealedBlock::of)
                .list();
    }

    private static void follows(@Nullable SealedBlock last, SealedBlock block, List<AuditFinding> findings) {
        byte[] previousHash = last == null ? Chain.beginning() : last.hash();
        long number = last == null ? 1 : last.number() + 1;
        long lower = last != null && last.era() == block.era() ? last.upperXact() : 0;
        if (block.number() != number
                || block.lowerXact() != lower
                || !Arrays.equals(block.previousHash(), previousHash)) {
            findings.add(new AuditFinding.ChainBroken(block.number()));
        }
        if (!Arrays.equals(Chain.hashOfBlock(block, block.previousHash(), block.contentHash()), block.hash())) {
            findings.add(new AuditFinding.BlockChanged(block.number()));
        }
    }

    private static long compareEvents(SealedBlock block, BlockContents.Content content, List<AuditFinding> findings) {
        long difference = content.events() - block.events();
        if (difference < 0) {
            findings.add(new AuditFinding.EventsRemoved(block.number(), block.sealedAt(), -difference));
        } else if (difference > 0) {
            findings.add(new AuditFinding.EventsInserted(block.number(), block.sealedAt(), difference));
        } else if (!Arrays.equals(content.hash(), block.contentHash())) {
            findings.add(new AuditFinding.EventsChanged(block.number(), block.sealedAt()));
        }
        return content.events();
    }

    private static void compareHead(@Nullable AuditHead head, SealedBlock block, List<AuditFinding> findings) {
        if (head != null && !head.hash().equals(HexFormat.of().formatHex(block.hash()))) {
            findings.add(new AuditFinding.HeadNotInChain(head.number(), head.sealedAt()));
        }
    }

    /** Eras that never were, past eras beyond their last block, and transactions that have not happened yet. */
    private void outsideTheChain(List<AuditFinding> findings) {
        long outside = audit.sql("""
                with era as (
                    select number,
                        case when number = max(number) over () then pg_snapshot_xmax(pg_current_snapshot())
                            else coalesce((select b.upper_xact from audit.block b where b.era = era.number
                                order by b.number desc limit 1), '0'::xid8)
                        end as beyond
                    from audit.era
                )
                select count(*) from audit.event e left join era on era.number = e.era
                where era.number is null or e.xact >= era.beyond
                """).query(Long.class).single();
        if (outside > 0) {
            findings.add(new AuditFinding.EventsOutsideTheChain(outside));
        }
    }

    private long unsealed(@Nullable SealedBlock last) {
        return audit.sql("""
                select count(*) from audit.event
                where era = (select max(number) from audit.era) and xact >= :upper::xid8
                """)
                .param("upper", last == null ? "0" : Long.toUnsignedString(last.upperXact()))
                .query(Long.class)
                .single();
    }
}
