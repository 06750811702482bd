import type { Scope } from '../base/scope';
import { askIn, fetchColleagues, type Colleague, type Colleagues } from '../call/colleagues';
import type { Asked, Person } from '../messages';
import type { RoomContext } from './context';
import { button, h, keyed, setText, show } from './dom';
import { refusedLine } from './knocks';

const addressOf = ({ settings }: RoomContext): string => settings.ticketUrl.replace(/biljett$/, 'kollegor');

/** An offer that waits for an answer, as each of the two sees it. */
function offerView(scope: Scope, { call, words }: RoomContext): HTMLElement {
  const { actions, state } = call.together;
  const heading = h('h2', {});
  const explained = h('p', {});
  const take = button(scope, { 'data-variant': 'primary', 'data-action': 'take-over' }, words.handOverTake, actions.takeOver);
  const no = button(scope, { 'data-variant': 'secondary', 'data-action': 'no-hand-over' }, '', actions.keep);
  const box = h('section', { class: 'hand-over-offer', hidden: true }, heading, explained, take, no);
  state.follow(scope, ({ handOver }) => {
    show(box, handOver !== null);
    if (!handOver) return;
    setText(heading, handOver.mine ? words.handOverOffer(handOver.from) : words.handOverAsked(handOver.name));
    setText(explained, handOver.mine ? words.handOverExplained : '');
    show(take, handOver.mine);
    setText(no, handOver.mine ? words.handOverNotNow : words.handOverKeep);
  });
  return box;
}

/** To a professional who is in the call already. */
function handOverView(scope: Scope, { call, words }: RoomContext): HTMLElement {
  const list = h('div', { class: 'hand-over' });
  const draw = keyed<Person, HTMLButtonElement>(
    list,
    ({ id }) => id,
    ({ id, name }) => button(scope, { 'data-variant': 'secondary', 'data-action': 'hand-over' }, words.handOverTo(name), () => { call.together.actions.handOver(id); }),
    () => undefined,
  );
  const redraw = (): void => {
    const { leads, handOver } = call.together.state.get();
    const others = call.state.get().people.filter(({ role, self, present }) => role === 'PROFESSIONAL' && !self && present);
    draw(leads && handOver === null ? others : []);
  };
  call.together.state.follow(scope, redraw);
  call.state.follow(scope, redraw);
  return list;
}

function askedView(scope: Scope, { call, words }: RoomContext): HTMLElement {
  const { actions, state } = call.together;
  const list = h('ul', { class: 'asked-list' });
  const box = h('section', { class: 'asked' }, h('h2', {}, words.askedHeading), list);
  const draw = keyed<Asked, HTMLLIElement>(
    list,
    ({ key }) => key,
    ({ key }) =>
      h('li', { 'data-asked': key }, h('p', {}), button(scope, { 'data-variant': 'tertiary', 'data-action': 'uninvite' }, words.askNoLonger, () => { actions.uninvite(key); })),
    (row, { name, unit, notNow, takeOver }) => {
      const text = notNow ? words.askedNotNow : takeOver ? words.askedTakeOverWaits : words.askedWaits;
      if (row.firstElementChild) setText(row.firstElementChild, text(name, unit));
    },
  );
  state.follow(scope, ({ asked, leads }) => {
    show(box, leads && asked.length > 0);
    draw(leads ? asked : []);
  });
  return box;
}

function colleagueRow(scope: Scope, { words }: RoomContext, colleague: Colleague, ask: (takeOver: boolean) => void): HTMLLIElement {
  const { name, profession, onDuty, inCall } = colleague;
  const title = (words as unknown as Record<string, string>)[profession] ?? '';
  const known = [title, onDuty ? words.onDutyNow : '', inCall ? words.inCallNow : ''].filter((word) => word !== '').join(' · ');
  return h(
    'li',
    { class: 'colleague' },
    h('p', {}, h('bdi', { class: 'colleague-name' }, name), ` ${known}`),
    h(
      'div',
      { class: 'colleague-asks' },
      button(scope, { 'data-variant': 'secondary', 'data-action': 'ask-in', 'aria-label': `${words.askIn}: ${name}` }, words.askIn, () => { ask(false); }),
      button(scope, { 'data-variant': 'tertiary', 'data-action': 'ask-take-over', 'aria-label': `${words.askTakeOver}: ${name}` }, words.askTakeOver, () => { ask(true); }),
    ),
  );
}

/** A unit, and who can be asked from it. */
function pickerView(scope: Scope, context: RoomContext): HTMLElement {
  const { call, words } = context;
  const id = `colleague-unit-${Math.random().toString(36).slice(2, 8)}`;
  const select = h('select', { id, class: 'ds-input', 'data-choice': 'unit' });
  const list = h('ul', { class: 'colleagues' });
  const said = h('p', { role: 'status' }, words.colleaguesLoading);
  const box = h('section', { class: 'colleague-picker' }, h('h2', {}, words.colleaguesHeading), h('label', { for: id }, words.colleagueUnit), select, said, list);
  let rows = scope.child();
  let asked = 0;

  function clear(): void {
    rows.end();
    rows = scope.child();
    list.replaceChildren();
  }
  function fill({ unit, units, colleagues }: Colleagues): void {
    clear();
    select.replaceChildren(...units.map(({ id: value, name }) => h('option', { value, selected: value === unit }, name)));
    setText(said, colleagues.length === 0 ? words.colleaguesNone : '');
    list.replaceChildren(...colleagues.map((one) => colleagueRow(rows, context, one, (takeOver) => void ask(one.staff, unit, takeOver))));
  }
  async function ask(staff: string, unit: string, takeOver: boolean): Promise<void> {
    const refused = await askIn(addressOf(context), { staff, unit, takeOver });
    setText(said, refused === null ? '' : refused || words.askFailed);
  }
  /** Nobody of the unit before can be asked while the next one's are on their way, and the last choice counts. */
  async function load(unit: string | null): Promise<void> {
    asked += 1;
    const turn = asked;
    clear();
    setText(said, words.colleaguesLoading);
    const found = await fetchColleagues(addressOf(context), unit);
    if (scope.ended || turn !== asked) return;
    if (found) fill(found);
    else setText(said, words.colleaguesFailed);
  }
  scope.listen(select, 'change', () => void load(select.value));
  call.together.state.follow(scope, ({ leads }) => { show(box, leads); });
  void load(null);
  return box;
}

/** Everything about other professionals in the call. */
export const colleaguesContent = (scope: Scope, context: RoomContext): HTMLElement[] => [
  offerView(scope, context),
  refusedLine(scope, context.call, context.words),
  handOverView(scope, context),
  askedView(scope, context),
  pickerView(scope, context),
];
