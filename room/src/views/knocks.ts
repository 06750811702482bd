import type { Scope } from '../base/scope';
import type { AcuteElsewhere, Knock, Knocks } from '../call/knocks';
import type { Words } from '../words';
import type { RoomContext } from './context';
import { button, h, keyed, setText, show } from './dom';
import { icon } from './icons';
import { acuteLineOf, lineOf } from './notice';
import { parkButton } from './parking';

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

/** Emergencies in other calls, without a name. Whose they are stands on the day, which is read there and not here. */
function acutePart(scope: Scope, { words, settings }: RoomContext, knocks: Knocks): HTMLElement {
  const list = h('ul', { class: 'knocks' });
  const day = h('a', { class: 'ds-button', 'data-variant': 'secondary', 'data-color': 'danger', 'data-action': 'day', href: settings.dayUrl, target: '_blank', rel: 'noopener' }, words.openDay);
  const part = h('section', { class: 'acute-elsewhere' }, h('h2', {}, icon('siren'), words.acuteElsewhereHeading), list, h('p', {}, words.acuteElsewhereExplained), day);
  const draw = keyed<AcuteElsewhere, HTMLLIElement>(
    list,
    ({ id }) => id,
    ({ id }) => h('li', { class: 'knock', 'data-acute': id }, h('p', { class: 'knock-line' })),
    (row, acute) => {
      const line = row.querySelector('.knock-line');
      if (line) setText(line, acuteLineOf(words, acute, Date.now()));
    },
  );
  const redraw = (): void => {
    const { acute } = knocks.state.get();
    draw(acute);
    show(part, acute.length > 0);
  };
  knocks.state.follow(scope, redraw);
  scope.every(10_000, redraw);
  return part;
}

/** Emergencies, who waits, without a name, and what to do about it. */
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
  return [acutePart(scope, context, knocks), h('h2', {}, words.knocksHeading), none, list, parkButton(scope, context, words.parkToDay), refusedLine(scope, call, words)];
}

export function refusedLine(scope: Scope, { together }: RoomContext['call'], words: Words): HTMLElement {
  const line = h('p', { class: 'refused-line', role: 'alert' });
  together.state.follow(scope, ({ refused }) => { setText(line, refused === null ? '' : words.cannotBeDone); });
  return line;
}
