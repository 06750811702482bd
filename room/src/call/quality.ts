import type { Scope } from '../base/scope';
import { createStore, type Readable } from '../base/store';
import type { Peers } from './peers';

export type Quality = 'unknown' | 'good' | 'weak' | 'bad' | 'lost';

/** Sums since the start, over all streams of the connection. */
interface Counted {
  lost: number;
  received: number;
  /** Seconds, there and back; null while not known. */
  roundTrip: number | null;
}

const WEAK = { loss: 0.03, roundTrip: 0.4 };
const BAD = { loss: 0.1, roundTrip: 0.8 };
const EVERY = 2000;

export function judge(before: Counted, now: Counted): Quality {
  const lost = Math.max(0, now.lost - before.lost);
  const received = Math.max(0, now.received - before.received);
  if (lost + received === 0 && now.roundTrip === null) return 'unknown';
  const loss = lost / Math.max(1, lost + received);
  const roundTrip = now.roundTrip ?? 0;
  if (loss > BAD.loss || roundTrip > BAD.roundTrip) return 'bad';
  if (loss > WEAK.loss || roundTrip > WEAK.roundTrip) return 'weak';
  return 'good';
}

export function count(reports: Iterable<Record<string, unknown>>): Counted {
  const counted: Counted = { lost: 0, received: 0, roundTrip: null };
  for (const report of reports) {
    if (report['type'] === 'inbound-rtp') {
      counted.lost += Number(report['packetsLost'] ?? 0);
      counted.received += Number(report['packetsReceived'] ?? 0);
    }
    const roundTrip = report['type'] === 'candidate-pair' && report['nominated'] ? report['currentRoundTripTime'] : undefined;
    if (typeof roundTrip === 'number') counted.roundTrip = Math.max(counted.roundTrip ?? 0, roundTrip);
  }
  return counted;
}

/** The connection's quality as one word, worse only when it has been so twice in a row. */
export function createQuality(scope: Scope, peers: Peers): { state: Readable<Quality> } {
  const state = createStore<Quality>('unknown');
  let before: Counted | null = null;
  let measured: Quality = 'unknown';

  async function measure(): Promise<void> {
    const { sending, receiving } = peers.connections();
    if (!sending || !receiving) {
      before = null;
      state.set('unknown');
      return;
    }
    const broken = [sending, receiving].some(({ connectionState: now }) => now === 'disconnected' || now === 'failed');
    const now = count((await receiving.getStats()).values() as Iterable<Record<string, unknown>>);
    const latest = broken ? 'lost' : before ? judge(before, now) : 'unknown';
    before = now;
    const better = latest === 'good' || latest === 'lost';
    if (better || latest === measured) state.set(latest);
    measured = latest;
  }

  scope.every(EVERY, () => {
    void measure().catch(() => undefined);
  });
  return { state };
}
