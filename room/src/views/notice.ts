import type { Scope } from '../base/scope';
import type { Knock } from '../call/knocks';
import type { Words } from '../words';
import type { RoomContext } from './context';
import { h, setAttribute, setText, show } from './dom';

/** How long somebody has waited, in words. */
export function waitedFor(words: Words, since: number, now: number): string {
  const minutes = Math.floor((now - since) / 60_000);
  return minutes < 1 ? words.knockUnderMinute : words.minutes(minutes);
}

export const lineOf = (words: Words, { reason, unit, since }: Knock, now: number): string =>
  words.knockLine(reason, unit, waitedFor(words, since, now));

interface NoticeInputs {
  openKnocks: () => void;
  openColleagues: () => void;
}

/**
 * In the bar at the top, whose place is kept for it: an offer of the call, else who waits. It covers no face and moves
 * nothing.
 */
export function noticeView(scope: Scope, context: RoomContext, { openKnocks, openColleagues }: NoticeInputs): HTMLElement | null {
  const { call, knocks, words, aloud } = context;
  if (!knocks) return null;
  const head = h('span', { class: 'notice-head' });
  const line = h('span', { class: 'notice-line' });
  const press = h('button', { type: 'button', class: 'call-notice', hidden: true }, head, line);
  const { together } = call;

  function draw(): void {
    const offer = together.state.get().handOver;
    const { waiting } = knocks?.state.get() ?? { waiting: [] };
    const [first] = waiting;
    const offered = offer?.mine === true ? words.handOverOffer(offer.from) : null;
    show(press, offered !== null || first !== undefined);
    setAttribute(press, 'data-notice', offered === null ? 'knock' : 'hand-over');
    setText(head, offered ?? (first ? words.knocksWaitingFor(waiting.length, waitedFor(words, first.since, Date.now())) : ''));
    setText(line, offered !== null || !first ? '' : words.knockFrom(first.reason, first.unit));
  }
  scope.listen(press, 'click', () => {
    if (press.dataset['notice'] === 'hand-over') openColleagues();
    else openKnocks();
  });
  let heard = 0;
  knocks.state.follow(scope, ({ waiting }) => {
    if (waiting.length > heard && waiting[0]) aloud.say(`${words.somebodyWaits}: ${lineOf(words, waiting[0], Date.now())}`);
    heard = waiting.length;
    draw();
  });
  let asked = '';
  together.state.follow(scope, ({ handOver }) => {
    const offer = handOver?.mine ? words.handOverOffer(handOver.from) : '';
    if (offer !== '' && offer !== asked) aloud.say(offer);
    asked = offer;
    draw();
  });
  scope.every(10_000, draw);
  return press;
}
