import type { Scope } from '../base/scope';
import type { How, Person } from '../messages';
import type { RoomContext } from './context';
import { button, h, keyed, setText, show } from './dom';
import { knownAs } from './people';

const WAYS: readonly How[] = ['ID_DOCUMENT', 'KNOWN', 'QUESTIONS'];

/** A guest whom neither card nor e-ID has identified: somebody may say who it is. */
const canBeVouchedFor = ({ self, title, identification }: Person): boolean =>
  !self && title === null && (identification === 'NOT_IDENTIFIED' || identification === 'ONE_TIME_CODE' || identification === 'PHONE_ONLY');

function waitingRow(scope: Scope, { call, words }: RoomContext, { id, name }: Person): HTMLLIElement {
  const letIn = button(scope, { 'data-variant': 'primary', 'data-action': 'let-in', 'aria-label': `${words.letIn}: ${name}` }, words.letIn, () => { call.together.actions.letIn(id); });
  return h('li', { class: 'guest-waits', 'data-guest': id }, h('p', {}), letIn);
}

function vouchRow(scope: Scope, { call, words }: RoomContext, { id, name }: Person): HTMLLIElement {
  const ways = WAYS.map((how) => button(scope, { 'data-variant': 'secondary', 'data-action': 'vouch', 'data-how': how }, words[how], () => { call.together.actions.vouch(id, how); }));
  return h('li', { 'data-guest': id }, h('details', { class: 'vouch' }, h('summary', {}, words.vouchFor(name)), h('p', {}, words.vouchExplained), ...ways));
}

/** For the one who leads the call: who has come late by a link of their own, and whom nobody has identified. */
export function guestsView(scope: Scope, context: RoomContext): HTMLElement {
  const { call, words, aloud } = context;
  const waiting = h('ul', { class: 'guests-waiting' });
  const unknown = h('ul', { class: 'guests-unknown' });
  const box = h('section', { class: 'call-guests', 'aria-label': words.guests, hidden: true }, waiting, unknown);
  const drawWaiting = keyed<Person, HTMLLIElement>(
    waiting,
    ({ id, name }) => `${id} ${name}`,
    (person) => {
      aloud.say(words.wantsIn(person.name));
      return waitingRow(scope, context, person);
    },
    (row, person) => {
      if (row.firstElementChild) setText(row.firstElementChild, `${words.wantsIn(person.name)} ${knownAs(words, person)}`);
    },
  );
  const drawUnknown = keyed<Person, HTMLLIElement>(unknown, ({ id, name }) => `${id} ${name}`, (person) => vouchRow(scope, context, person), () => undefined);
  const redraw = (): void => {
    const people = call.together.state.get().leads ? call.state.get().people : [];
    const late = people.filter((person) => person.waiting);
    const vouchable = people.filter((person) => (person.waiting || person.present) && canBeVouchedFor(person));
    drawWaiting(late);
    drawUnknown(vouchable);
    show(box, late.length + vouchable.length > 0);
  };
  call.state.follow(scope, redraw);
  call.together.state.follow(scope, redraw);
  return box;
}
