import { shake } from '../base/browser';
import type { Scope } from '../base/scope';
import { createStore, type Store } from '../base/store';
import { careView } from './care';
import type { RoomContext } from './context';
import { controlsView } from './controls';
import { colleaguesSheet, disturbanceSheet, knocksSheet, leaveSheet, moreSheet } from './dialogs';
import { h, setAttribute, setText, show } from './dom';
import { guestsView } from './guests';
import { instructView } from './instruct';
import { noticeView } from './notice';
import { peopleView } from './people';
import { pictureButton, pictureView } from './picture';
import { selfView } from './self';
import { statusView } from './status';
import { textView } from './text';
import { tilesView } from './tiles';
import { troubleView } from './trouble';
import { checkView, waitingView } from './waiting';

const WIDE = '(min-width: 60rem)';
/** A tablet on end has room for the text under the wait, but in the room the face needs it. */
const TALL = '(min-width: 48rem) and (min-height: 56rem)';

/**
 * Everything between coming in and going out: one layout, so that the text half written, the picture and the controls stay where they are
 * when the wait becomes the room.
 */
export function liveView(scope: Scope, context: RoomContext): HTMLElement {
  const { call, words } = context;
  const wide = matchMedia(WIDE);
  const textOpen = createStore(wide.matches || matchMedia(TALL).matches);
  const text = textView(scope, context, () => { textOpen.set(false); });
  const disturbance = disturbanceSheet(scope, context);
  const knocks = knocksSheet(scope, context);
  const colleagues = colleaguesSheet(scope, context);
  const more = moreSheet(scope, context, { openDisturbance: disturbance.open, openColleagues: colleagues.open });
  const leave = leaveSheet(scope, context);
  const self = selfView(scope, context);
  const stage = h('div', { class: 'call-stage' }, troubleView(scope, context), self);
  const instruct = context.settings.role === 'professional' ? instructView(scope, context) : null;
  const side = h('div', { class: 'call-side' }, instruct, text.element);
  const status = statusView(scope, context);
  status.append(...careView(scope, context));
  const controls = controlsView(scope, context, {
    textOpen: {
      toggle: () => {
        textOpen.set(!textOpen.get());
        if (textOpen.get()) text.focus();
      },
    },
    openMore: more.open,
    openLeave: leave.open,
  });
  const notice = noticeView(scope, context, { openKnocks: knocks.open, openColleagues: colleagues.open });
  if (notice) status.append(notice);
  const live = h('div', { class: 'call-live' }, status, side, stage, controls, more.element, leave.element, disturbance.element, knocks.element, colleagues.element);
  const picture = pictureView(scope, context, live);
  controls.before(picture);
  makeRoom(scope, context, { wide, textOpen, inUse: text.inUse });
  textOpen.follow(scope, (open) => {
    setAttribute(live, 'data-text', open ? 'open' : 'closed');
    setAttribute(controls.querySelector('[data-action="text"]') ?? live, 'aria-expanded', String(open));
    call.conversation.actions.inView(open);
  });
  scope.listen(wide, 'change', () => { textOpen.set(wide.matches || text.inUse()); });
  fillStage(scope, context, { side, self }, disturbance.open);
  let was = call.state.get().screen.kind;
  call.state.follow(scope, ({ screen }) => {
    if (was !== 'room' && screen.kind === 'room' && !wide.matches && !text.inUse()) textOpen.set(false);
    was = screen.kind;
  });
  const joining = h('p', { class: 'call-joining' }, words.joining);
  stage.append(joining);
  call.state.follow(scope, ({ screen }) => { show(joining, screen.kind === 'joining'); });
  scope.after(5000, () => { setText(joining, words.joiningSlow); });
  return live;
}

interface Room {
  wide: MediaQueryList;
  textOpen: Store<boolean>;
  inUse: () => boolean;
}

/** Where there is not room for both, a picture that comes closes the text, unless somebody writes. */
function makeRoom(scope: Scope, { call }: RoomContext, { wide, textOpen, inUse }: Room): void {
  let before = call.pictures.state.get();
  call.pictures.state.follow(scope, (now) => {
    const came = now.undecided.length > before.undecided.length || (now.wanted && !before.wanted) || now.taking.kind === 'aiming';
    before = now;
    if (came && !wide.matches && !inUse()) textOpen.set(false);
  });
}

/** The parts that belong to the wait or to the room alone come and go; the rest stays. */
function fillStage(scope: Scope, context: RoomContext, { side, self }: Record<'side' | 'self', HTMLElement>, openDisturbance: () => void): void {
  const { call, words, aloud } = context;
  let shown = '';
  let part = scope.child();
  call.state.follow(scope, ({ screen }) => {
    if (screen.kind === shown) return;
    const before = shown;
    shown = screen.kind;
    part.end();
    part = scope.child();
    const own: HTMLElement[] = [];
    if (screen.kind === 'waiting') {
      const waiting = waitingView(part, context, openDisturbance);
      const check = checkView(part, context);
      self.before(waiting);
      self.after(check);
      own.push(waiting, check);
    }
    if (screen.kind === 'room') {
      const tiles = tilesView(part, context);
      const people = peopleView(part, context);
      self.before(tiles);
      const ask = pictureButton(part, context);
      const guests = guestsView(part, context);
      side.prepend(guests, people, ask);
      own.push(tiles, guests, people, ask);
      if (before === 'waiting') {
        aloud.say(words.admitted);
        shake([200]);
      }
    }
    part.onEnd(() => { for (const element of own) element.remove(); });
  });
}
