package se.vardmote.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the whole log and computes the chain anew, without the database's own functions. It needs no more rights than the
 * running role has, and may run while the product does.
 */
public final class AuditVerifier {
    private static final int BLOCKS_AT_A_TIME = 2_000;

    private final JdbcClient audit;
    private final AuditHeads heads;

    public AuditVerifier(JdbcClient audit, AuditHeads heads) {
        this.audit = audit;
        this.heads = heads;
    }

    public AuditVerdict verify() {
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
            while (!blocks.isEmpty()) {
                List<SealedBlock> run = BlockContents.firstRun(blocks);
                List<BlockContents.Content> contents = BlockContents.of(run, audit);
                for (int i = 0; i < run.size(); i++) {
                    SealedBlock block = run.get(i);
                    follows(last, block, findings);
                    events += compareEvents(block, contents.get(i), findings);
                    compareHead(unseen.remove(block.number()), block, findings);
                    last = block;
                }
                blocks = blocks.subList(run.size(), blocks.size());
            }
        }
        unseen.values().forEach(head -> findings.add(new AuditFinding.HeadNotInChain(head.number(), head.sealedAt())));
        outsideTheChain(findings);
        return new AuditVerdict(last == null ? 0 : last.number(), events, unsealed(last), kept.size(), findings);
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
