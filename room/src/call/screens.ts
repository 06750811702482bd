import type { ClosedReason, Refusal, StateNews } from '../messages';
import type { LineState } from './line';

/** Every screen of a call, for those who must visit each one: the type below is checked against it. */
export const screenKinds = ['joining', 'waiting', 'room', 'refused', 'ended', 'left', 'closed'] as const;

export interface Unit {
  name: string;
  phone: string | null;
}

export type Screen =
  | { kind: 'joining' }
  | { kind: 'waiting'; unit: Unit; place: number | null; since: string | null }
  | { kind: 'room'; startedAt: string | null; mayEndForAll: boolean }
  | { kind: 'refused'; unit: Unit; refusal: Refusal }
  | { kind: 'ended'; by: string | null }
  | { kind: 'left' }
  | { kind: 'closed'; reason: Exclude<ClosedReason, 'ended'> };


/** What somebody has pressed and the server has not yet confirmed. */
export type Wish = 'leave' | 'end' | null;

export function screenOf(news: StateNews | null, line: LineState, wish: Wish): Screen {
  if (news?.stage === 'refused') {
    return { kind: 'refused', unit: news.unit, refusal: news.refusal ?? { outcome: 'OTHER_WAY', message: null, by: null } };
  }
  if (news?.stage === 'ended') return { kind: 'ended', by: news.endedBy };
  if (news?.stage === 'left' || wish === 'leave') return { kind: 'left' };
  if (line.kind === 'closed') {
    return line.reason === 'ended' ? { kind: 'ended', by: null } : { kind: 'closed', reason: line.reason };
  }
  if (!news) return { kind: 'joining' };
  if (news.stage === 'waiting') return { kind: 'waiting', unit: news.unit, place: news.place, since: news.waitingSince };
  return { kind: 'room', startedAt: news.startedAt, mayEndForAll: news.mayEndForAll };
}

export const isOver = (screen: Screen): boolean => !['joining', 'waiting', 'room'].includes(screen.kind);
