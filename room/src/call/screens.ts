import type { ClosedReason, Refusal, ServerState, Step, Unit } from '../messages';
import type { LineState } from './line';

/** Every screen of a call, for those who must visit each one: the type below is checked against it. */
export const screenKinds = ['joining', 'waiting', 'room', 'refused', 'ended', 'left', 'closed'] as const;

export type Screen =
  | { kind: 'joining' }
  | { kind: 'waiting'; unit: Unit | null; place: number | null; since: string | null; steps: readonly Step[] }
  | { kind: 'room'; startedAt: string | null; mayEndForAll: boolean }
  | { kind: 'refused'; unit: Unit | null; refusal: Refusal | null }
  | { kind: 'ended'; by: string | null }
  | { kind: 'left' }
  | { kind: 'closed'; reason: Exclude<ClosedReason, 'ended' | 'left'> };

/** What somebody has pressed and the server has not yet confirmed. */
export type Wish = 'leave' | 'end' | null;

export function screenOf(news: ServerState | null, line: LineState, wish: Wish): Screen {
  if (news?.stage === 'refused') return { kind: 'refused', unit: news.unit, refusal: news.refusal };
  if (news?.stage === 'ended') return { kind: 'ended', by: news.endedBy };
  if (news?.stage === 'left' || wish === 'leave') return { kind: 'left' };
  if (line.kind === 'closed') return closedScreen(line.reason);
  if (!news) return { kind: 'joining' };
  if (news.stage === 'waiting') return { kind: 'waiting', unit: news.unit, place: news.place, since: news.waitingSince, steps: news.steps };
  return { kind: 'room', startedAt: news.startedAt, mayEndForAll: news.mayEndForAll };
}

function closedScreen(reason: ClosedReason): Screen {
  switch (reason) {
    case 'ended':
      return { kind: 'ended', by: null };
    case 'left':
      return { kind: 'left' };
    default:
      return { kind: 'closed', reason };
  }
}

export const isOver = (screen: Screen): boolean => !['joining', 'waiting', 'room'].includes(screen.kind);
