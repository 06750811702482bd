import type { Scope } from '../base/scope';
import { placeView } from './care';
import type { RoomContext } from './context';
import { disturbanceContent } from './disturbance';
import { choicesView, flipButton } from './choices';
import { button, h, setAttribute, setText, show } from './dom';
import { peopleView } from './people';
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
export function moreSheet(scope: Scope, context: RoomContext, openDisturbance: () => void): Sheet {
  const { call, words, settings } = context;
  return sheet(scope, 'more', words.more, (close) => {
    const people = peopleView(scope, context);
    const place = placeView(scope, context, 'more');
    const phone = h('p', { class: 'rather-phone' });
    call.state.follow(scope, ({ screen }) => {
      show(people, screen.kind === 'room');
      show(place, screen.kind === 'room');
    });
    if (settings.phone) phone.append(`${words.ratherPhone} `, phoneNumber(context, settings.phone));
    return [
      h('h2', {}, words.more),
      people,
      noteLink(context),
      pictureButton(scope, context, close),
      place,
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

/** What does not work is told without leaving the call; opened again it begins afresh. */
export function disturbanceSheet(scope: Scope, context: RoomContext): Sheet {
  let part = scope.child();
  const made = sheet(scope, 'disturbance', context.words.disturbance, () => []);
  return {
    element: made.element,
    open: () => {
      part.end();
      part = scope.child();
      made.element.replaceChildren(...disturbanceContent(part, context, () => { made.element.close(); }));
      made.open();
    },
  };
}

/** The professional writes the note in a window of its own, beside the call. */
function noteLink({ words, settings }: RoomContext): HTMLElement | null {
  if (settings.role !== 'professional') return null;
  const href = settings.ticketUrl.replace(/biljett$/, 'anteckning');
  return h('a', { class: 'ds-button', 'data-variant': 'secondary', 'data-action': 'note', href, target: '_blank', rel: 'noopener' }, words.writeNote);
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
    const stay = button(scope, { 'data-variant': 'tertiary', 'data-action': 'stay' }, words.stay, close);
    return [question, explained, endForAll, leave, stay];
  });
}
