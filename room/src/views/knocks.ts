import type { Scope } from '../base/scope';
import type { Knock, Knocks } from '../call/knocks';
import type { Words } from '../words';
import type { RoomContext } from './context';
import { button, h, keyed, setText, show } from './dom';
import { lineOf } from './notice';

const sentences = (words: Words): string[] => [words.knockSoon, words.knockLater, words.knockRing, words.knockWorse];

function knockRow(scope: Scope, { words }: RoomContext, knocks: Knocks, knock: Knock): HTMLLIElement {
  const said = h('p', { class: 'knock-said', role: 'status' });
  const answers = sentences(words).map((sentence) =>
    button(scope, { 'data-variant': 'secondary', 'data-action': 'ready-sentence' }, sentence, () => { knocks.tell(knock.id, sentence); }));
  return h('li', { class: 'knock', 'data-knock': knock.id }, h('p', { class: 'knock-line' }), h('p', {}, words.knockAnswer), ...answers, said);
}

function sayHow(words: Words, how: 'sending' | 'sent' | 'failed' | undefined): string {
  switch (how) {
    case 'sending':
      return words.knockSending;
    case 'sent':
      return words.knockSent;
    case 'failed':
      return words.knockFailed;
    case undefined:
      return '';
  }
}

/** Who waits, without a name, and what to do about it. */
export function knocksContent(scope: Scope, context: RoomContext, knocks: Knocks): HTMLElement[] {
  const { call, words } = context;
  const list = h('ul', { class: 'knocks' });
  const none = h('p', {}, words.knocksNone);
  const draw = keyed<Knock, HTMLLIElement>(
    list,
    ({ id }) => id,
    (knock) => knockRow(scope, context, knocks, knock),
    (row, knock) => {
      const line = row.querySelector('.knock-line');
      const said = row.querySelector('.knock-said');
      if (line) setText(line, lineOf(words, knock, Date.now()));
      if (said) setText(said, sayHow(words, knocks.state.get().told.get(knock.id)));
    },
  );
  const redraw = (): void => {
    const { waiting } = knocks.state.get();
    draw(waiting);
    show(none, waiting.length === 0);
  };
  knocks.state.follow(scope, redraw);
  scope.every(10_000, redraw);
  return [h('h2', {}, words.knocksHeading), none, list, parkButton(scope, context, words.parkToDay), refusedLine(scope, call, words)];
}

/** For the one who leads the call, while nobody else licensed is in it. */
export function parkButton(scope: Scope, { call, words }: RoomContext, label: string): HTMLElement {
  const press = button(scope, { 'data-variant': 'primary', 'data-action': 'park' }, label, call.actions.park);
  call.together.state.follow(scope, ({ mayPark }) => { show(press, mayPark); });
  call.state.follow(scope, ({ wish }) => { setText(press, wish === 'park' ? words.parkingNow : label); });
  return press;
}

export function refusedLine(scope: Scope, { together }: RoomContext['call'], words: Words): HTMLElement {
  const line = h('p', { class: 'refused-line', role: 'alert' });
  together.state.follow(scope, ({ refused }) => { setText(line, refused === null ? '' : words.cannotBeDone); });
  return line;
}
