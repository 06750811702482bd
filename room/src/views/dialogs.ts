import type { Scope } from '../base/scope';
import { placeView, protectView } from './care';
import type { RoomContext } from './context';
import { disturbanceContent } from './disturbance';
import { choicesView, flipButton } from './choices';
import { colleaguesContent } from './colleagues';
import { button, h, setAttribute, setText, show } from './dom';
import { guestsView } from './guests';
import { knocksContent } from './knocks';
import { parkButton } from './parking';
import { isGuestsPage, peopleView } from './people';
import { phoneNumber } from './phone';
import { pictureButton } from './picture';

interface Sheet {
  element: HTMLDialogElement;
  open: () => void;
}

function sheet(scope: Scope, name: string, label: string, content: (close: () => void) => (Node | null)[]): Sheet {
  const element = h('dialog', { class: 'call-sheet', 'aria-label': label, 'data-sheet': name });
  const close = (): void => {
    element.close();
  };
  element.append(...content(close).filter((node) => node !== null));
  // A press on the backdrop closes, as everybody expects of a sheet.
  scope.listen(element, 'click', ({ target }) => {
    if (target === element) close();
  });
  scope.onEnd(close);
  return {
    element,
    open: () => {
      if (!element.open) element.showModal();
    },
  };
}

/** Who is here (on a phone), another camera or microphone, the number to ring. */
export function moreSheet(scope: Scope, context: RoomContext, { openDisturbance, openColleagues }: Record<'openDisturbance' | 'openColleagues', () => void>): Sheet {
  const { call, words, settings } = context;
  return sheet(scope, 'more', words.more, (close) => {
    const people = peopleView(scope, context);
    const guests = guestsView(scope, context);
    const place = placeView(scope, context, 'more');
    const phone = h('p', { class: 'rather-phone' });
    call.state.follow(scope, ({ screen }) => {
      show(people, screen.kind === 'room');
      show(place, screen.kind === 'room' && !isGuestsPage(call.state.get().people));
    });
    if (settings.phone) phone.append(`${words.ratherPhone} `, phoneNumber(context, settings.phone));
    return [
      h('h2', {}, words.more),
      guests,
      people,
      noteLink(scope, context),
      colleaguesButton(scope, context, () => {
        close();
        openColleagues();
      }),
      pictureButton(scope, context, close),
      place,
      protectView(scope, context),
      flipButton(scope, context),
      choicesView(scope, context),
      h('p', { class: 'flicker' }, words.flicker),
      phone,
      button(scope, { 'data-variant': 'secondary', 'data-action': 'disturbance' }, words.disturbance, () => {
        close();
        openDisturbance();
      }),
      button(scope, { 'data-variant': 'secondary', 'data-action': 'close-sheet' }, words.close, close),
    ];
  });
}

/** Made when it is opened, so that opened again it begins afresh; what it holds ends when it closes. */
function freshSheet(scope: Scope, name: string, label: string, content: (part: Scope, close: () => void) => Node[]): Sheet {
  let part = scope.child();
  const made = sheet(scope, name, label, () => []);
  scope.listen(made.element, 'close', () => { part.end(); });
  return {
    element: made.element,
    open: () => {
      part.end();
      part = scope.child();
      made.element.replaceChildren(...content(part, () => { made.element.close(); }));
      made.open();
    },
  };
}

/** What does not work is told without leaving the call. */
export function disturbanceSheet(scope: Scope, context: RoomContext): Sheet {
  return freshSheet(scope, 'disturbance', context.words.disturbance, (part, close) => disturbanceContent(part, context, close));
}

/** Colleagues in the call, asked into it, and to hand it over to. */
export function colleaguesSheet(scope: Scope, context: RoomContext): Sheet {
  const { words, call } = context;
  const made = freshSheet(scope, 'colleagues', words.colleagues, (part, close) => [
    ...colleaguesContent(part, context),
    button(part, { 'data-variant': 'secondary', 'data-action': 'close-sheet' }, words.close, close),
  ]);
  // An offer that was answered leaves nothing to read here.
  let offered = false;
  call.together.state.follow(scope, ({ handOver }) => {
    if (offered && handOver === null) made.element.close();
    offered = handOver?.mine === true;
  });
  return made;
}

/** Who waits meanwhile. */
export function knocksSheet(scope: Scope, context: RoomContext): Sheet {
  const { words, knocks } = context;
  return freshSheet(scope, 'knocks', words.knocksHeading, (part, close) => [
    ...(knocks ? knocksContent(part, context, knocks) : []),
    button(part, { 'data-variant': 'secondary', 'data-action': 'close-sheet' }, words.close, close),
  ]);
}

function colleaguesButton(scope: Scope, { call, words }: RoomContext, press: () => void): HTMLElement {
  const open = button(scope, { 'data-variant': 'secondary', 'data-action': 'colleagues' }, words.colleagues, press);
  call.together.state.follow(scope, ({ leads, handOver }) => { show(open, leads || handOver !== null); });
  return open;
}

/** The professional writes the note in a window of its own, beside the call. */
function noteLink(scope: Scope, { call, words, settings }: RoomContext): HTMLElement | null {
  if (settings.role !== 'professional') return null;
  const href = settings.ticketUrl.replace(/biljett$/, 'anteckning');
  const link = h('a', { class: 'ds-button', 'data-variant': 'secondary', 'data-action': 'note', href, target: '_blank', rel: 'noopener' }, words.writeNote);
  call.together.state.follow(scope, ({ hasNote }) => { show(link, hasNote); });
  return link;
}

/** Leaving and ending ask once, and say what happens. */
export function leaveSheet(scope: Scope, context: RoomContext): Sheet {
  const { call, words } = context;
  return sheet(scope, 'leave', words.leave, (close) => {
    const question = h('h2', {});
    const explained = h('p', {});
    const endForAll = button(scope, { 'data-variant': 'primary', 'data-color': 'danger', 'data-action': 'end-for-all' }, words.endForAll, () => {
      call.actions.endForAll();
    });
    const leave = button(scope, { 'data-action': 'leave-now' }, '', () => {
      call.actions.leave();
    });
    call.state.follow(scope, ({ screen, wish }) => {
      const mayEnd = screen.kind === 'room' && screen.mayEndForAll;
      const waiting = screen.kind === 'waiting' || screen.kind === 'joining';
      show(endForAll, mayEnd);
      setText(endForAll, wish === 'end' ? words.ending : words.endForAll);
      setAttribute(endForAll, 'aria-disabled', wish === 'end' ? 'true' : null);
      setText(question, waiting ? words.leaveWaitingQuestion : mayEnd ? words.endQuestion : words.leaveQuestion);
      const lost = mayEnd && call.pictures.state.get().undecided.length > 0 ? ` ${words.endUndecidedLater}` : '';
      setText(explained, waiting ? words.leaveWaitingExplained : mayEnd ? words.endExplained + lost : words.leaveExplained);
      setText(leave, waiting ? words.leaveWaitingYes : words.leaveYes);
      setAttribute(leave, 'data-variant', mayEnd ? 'secondary' : 'primary');
    });
    const parkIt = parkButton(scope, context, words.park);
    const parkText = h('p', {}, words.parkExplained);
    parkIt.dataset['variant'] = 'secondary';
    call.together.state.follow(scope, ({ mayPark }) => { show(parkText, mayPark); });
    const stay = button(scope, { 'data-variant': 'tertiary', 'data-action': 'stay' }, words.stay, close);
    return [question, explained, endForAll, leave, parkText, parkIt, stay];
  });
}
