import { shake } from '../base/browser';
import type { Scope } from '../base/scope';
import { LONGEST_PLACE, PLACE_PARTS, type CareState } from '../call/care';
import type { Instruction, Part } from '../messages';
import { clock } from './clock';
import type { RoomContext } from './context';
import { button, h, keyed, setText, show } from './dom';
import { icon } from './icons';
import { isGuestsPage } from './people';
import { phoneNumber } from './phone';

const PARTS: readonly Part[] = ['ADDRESS', 'FLOOR', 'DOOR_CODE', 'ROOM'];

/** "Akut" and what follows from it, and what to do: at the top, beside nothing and over nothing. */
export function careView(scope: Scope, context: RoomContext): HTMLElement[] {
  const { call, words } = context;
  const press = h('button', { type: 'button', class: 'akut-button', 'data-action': 'emergency' }, icon('siren'), h('span', {}, words.emergency));
  scope.listen(press, 'click', call.care.actions.press);
  const none = h('p', { class: 'akut-none', role: 'status' });
  const panel = emergencyPanel(scope, context);
  const toDo = context.settings.role === 'care-worker' ? toDoPanel(scope, context) : null;
  const draw = (): void => {
    const room = call.state.get().screen.kind === 'room';
    const { emergency, takenBack } = call.care.state.get();
    // Pressed by staff; a patient or a relative rings 112 without us.
    show(press, room && emergency === null && !isGuestsPage(call.state.get().people));
    show(panel, room && emergency !== null);
    setText(none, room && takenBack && !emergency ? words.noEmergencyBy(takenBack.by, clock(takenBack.at, context.settings.locale)) : '');
  };
  call.care.state.follow(scope, draw);
  call.state.follow(scope, draw);
  tellAloud(scope, context);
  return [press, none, panel, ...(toDo ? [toDo] : [])];
}

function whoPressed({ words, settings }: RoomContext, emergency: CareState['emergency']): string {
  if (!emergency) return '';
  return emergency.by === null || emergency.at === null ? words.emergencySending : words.emergencyBy(emergency.by, clock(emergency.at, settings.locale));
}

function emergencyPanel(scope: Scope, context: RoomContext): HTMLElement {
  const { call, words, telephone } = context;
  const number = telephone ? h('a', { href: 'tel:112', class: 'akut-number' }, words.ring112) : h('strong', { class: 'akut-number' }, words.ring112);
  const who = h('p', { class: 'akut-who' });
  const back = h('p', { class: 'akut-back' });
  let shown: string | null = null;
  call.care.state.follow(scope, (care) => {
    setText(who, whoPressed(context, care.emergency));
    show(back, care.callBack !== null);
    if (care.callBack === null || care.callBack === shown) return;
    shown = care.callBack;
    back.replaceChildren(`${words.callBack} `, phoneNumber(context, care.callBack));
  });
  const takeBack = button(scope, { 'data-variant': 'secondary', 'data-action': 'no-emergency' }, words.noEmergency, call.care.actions.takeBack);
  return h(
    'section',
    { class: 'akut', 'data-panel': 'emergency', 'aria-label': words.emergency },
    h('h2', { class: 'akut-head' }, icon('siren'), number),
    who,
    back,
    placeView(scope, context, 'akut'),
    takeBack,
  );
}

/** "Skyddade personuppgifter": asked once, because it takes two persons to take it away. */
export function protectView(scope: Scope, { call, words }: RoomContext): HTMLElement {
  const press = button(scope, { 'data-variant': 'secondary', 'data-action': 'protect' }, words.protect, call.care.actions.protect);
  const ask = h('details', { class: 'protect', 'data-part': 'protect' }, h('summary', {}, words.protectedIdentity), h('p', {}, words.protectText), press);
  const done = h('p', { class: 'protected-now', role: 'status' });
  const draw = (): void => {
    const room = call.state.get().screen.kind === 'room';
    const { protectedIdentity } = call.care.state.get();
    show(ask, room && !protectedIdentity);
    setText(done, room && protectedIdentity ? words.protectedNow : '');
  };
  call.care.state.follow(scope, draw);
  call.state.follow(scope, draw);
  return h('div', {}, ask, done);
}

/** Where the patient is, in short fields that both sides may fill in; each is kept as soon as it is left. */
export function placeView(scope: Scope, { call, words }: RoomContext, where: string): HTMLElement {
  const fields = PARTS.map((asked) => {
    const part = PLACE_PARTS[asked];
    const id = `${where}-${part}`;
    const field = h('input', { class: 'ds-input', id, 'data-place': part, maxlength: LONGEST_PLACE, autocomplete: 'off', dir: 'auto' });
    scope.listen(field, 'change', () => { call.care.actions.writePlace(asked, field.value); });
    return { part, field, label: h('div', { class: 'place-part' }, h('label', { for: id }, words[part]), field) };
  });
  const from = h('p', { class: 'place-from' });
  const form = h('form', { class: 'place', 'data-form': 'place', 'aria-label': words.wherePatient }, h('h3', {}, words.wherePatient), from, ...fields.map(({ label }) => label));
  scope.listen(form, 'submit', (event) => { event.preventDefault(); });
  const draw = (): void => {
    const care = call.care.state.get();
    setText(from, care.from === '' ? '' : words.cameFrom(care.from));
    // Whoever writes is not disturbed by what the other side writes.
    for (const { part, field } of fields) if (document.activeElement !== field && field.value !== care.place[part]) field.value = care.place[part];
  };
  call.care.state.follow(scope, draw);
  scope.listen(form, 'focusout', () => { queueMicrotask(draw); });
  return form;
}

/** On the care worker's device: what to do, until somebody has understood. */
function toDoPanel(scope: Scope, context: RoomContext): HTMLElement {
  const { call, words } = context;
  const list = h('ol', { class: 'to-do-list' });
  const panel = h('section', { class: 'to-do', 'data-panel': 'to-do', 'aria-label': words.toDo }, list);
  const draw = keyed<Instruction, HTMLLIElement>(
    list,
    ({ key }) => key,
    ({ key, by, text }) =>
      h(
        'li',
        { 'data-instruction': key },
        h('h2', {}, words.toDoFrom(by)),
        h('p', { class: 'to-do-text', dir: 'auto' }, text),
        button(scope, { 'data-action': 'understood' }, words.understood, () => { call.care.actions.understand(key); }),
      ),
    () => undefined,
  );
  const drawAll = (): void => {
    const room = call.state.get().screen.kind === 'room';
    const open = room ? call.care.state.get().instructions.filter(({ understoodAt }) => understoodAt === null) : [];
    draw(open);
    show(panel, open.length > 0);
  };
  call.care.state.follow(scope, drawAll);
  call.state.follow(scope, drawAll);
  return panel;
}

/** Heard by those who look at the patient and not at the screen. */
function tellAloud(scope: Scope, context: RoomContext): void {
  const { call, words, aloud, settings } = context;
  let pressed = false;
  let known = new Set<string>();
  call.care.state.follow(scope, ({ emergency, instructions }) => {
    if (emergency && !pressed) {
      aloud.say(`${words.emergency}. ${words.ring112}.`);
      shake([200, 100, 200]);
    }
    pressed = emergency !== null;
    const fresh = instructions.filter(({ key }) => !known.has(key));
    known = new Set(instructions.map(({ key }) => key));
    const [first] = fresh;
    if (!first || settings.role !== 'care-worker') return;
    aloud.say(`${words.toDoFrom(first.by)}: ${first.text}`);
    shake([200]);
  });
}
