import type { Scope } from '../base/scope';
import type { AcuteElsewhere, Knock, KnocksState } from '../call/knocks';
import type { Words } from '../words';
import type { RoomContext } from './context';
import { h, setAttribute, setText, show } from './dom';
import { parkFromNotice } from './parking';

/** How long somebody has waited, in words. */
export function waitedFor(words: Words, since: number, now: number): string {
  const minutes = Math.floor((now - since) / 60_000);
  return minutes < 1 ? words.knockUnderMinute : words.minutes(minutes);
}

export const lineOf = (words: Words, { reason, unit, since }: Knock, now: number): string =>
  words.knockLine(reason, unit, waitedFor(words, since, now));

export const acuteLineOf = (words: Words, { unit, since }: AcuteElsewhere, now: number): string =>
  words.acuteElsewhereLine(unit, waitedFor(words, since, now));

interface Said {
  kind: 'acute' | 'hand-over' | 'knock';
  head: string;
  line: string;
}

/** What stands in the one place there is: an emergency before all, an offer of the call before who waits. */
export function saidNow(words: Words, { acute, waiting }: KnocksState, offer: string | null, now: number): Said | null {
  const [emergency] = acute;
  if (emergency) return { kind: 'acute', head: words.acuteElsewhere(acute.length, waitedFor(words, emergency.since, now)), line: words.acuteFrom(emergency.unit) };
  if (offer !== null) return { kind: 'hand-over', head: offer, line: '' };
  const [first] = waiting;
  if (!first) return null;
  return { kind: 'knock', head: words.knocksWaitingFor(waiting.length, waitedFor(words, first.since, now)), line: words.knockFrom(first.reason, first.unit) };
}

interface NoticeInputs {
  openKnocks: () => void;
  openColleagues: () => void;
}

/**
 * In the bar at the top, where the name of the call gives it its place: an emergency in another call, an offer of this one, else who
 * waits, with the press that parks. It covers neither a face nor "Akut", and moves nothing.
 */
export function noticeView(scope: Scope, context: RoomContext, { openKnocks, openColleagues }: NoticeInputs): HTMLElement | null {
  const { call, knocks, words, aloud } = context;
  if (!knocks) return null;
  const head = h('span', { class: 'notice-head' });
  const line = h('span', { class: 'notice-line' });
  const press = h('button', { type: 'button', class: 'notice-open' }, head, line);
  const notice = h('div', { class: 'call-notice', hidden: true }, press, parkFromNotice(scope, context, openKnocks));
  const { together } = call;
  const offer = (): string | null => {
    const { handOver } = together.state.get();
    return handOver?.mine ? words.handOverOffer(handOver.from) : null;
  };

  const draw = (): void => {
    const said = saidNow(words, knocks.state.get(), offer(), Date.now());
    show(notice, said !== null);
    setAttribute(notice, 'data-notice', said?.kind ?? 'knock');
    setText(head, said?.head ?? '');
    setText(line, said?.line ?? '');
  };
  scope.listen(press, 'click', () => {
    if (notice.dataset['notice'] === 'hand-over') openColleagues();
    else openKnocks();
  });
  let heard = 0;
  let known = new Set<string>();
  knocks.state.follow(scope, ({ acute, waiting }) => {
    const fresh = acute.find(({ id }) => !known.has(id));
    known = new Set(acute.map(({ id }) => id));
    if (fresh) aloud.say(`${words.acuteElsewhereHeading}: ${acuteLineOf(words, fresh, Date.now())}`);
    else if (waiting.length > heard && waiting[0]) aloud.say(`${words.somebodyWaits}: ${lineOf(words, waiting[0], Date.now())}`);
    heard = waiting.length;
    draw();
  });
  let asked: string | null = null;
  together.state.follow(scope, () => {
    const now = offer();
    if (now !== null && now !== asked) aloud.say(now);
    asked = now;
    draw();
  });
  scope.every(10_000, draw);
  return notice;
}
