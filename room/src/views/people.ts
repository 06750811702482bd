import type { Scope } from '../base/scope';
import type { Person, Profession, TrackState } from '../messages';
import type { Words } from '../words';
import type { RoomContext } from './context';
import { h, keyed, setAttribute, setText, show } from './dom';

function roleWord(words: Words, { title, role }: Person): string {
  if (title) return words[title];
  switch (role) {
    case 'CARE_WORKER':
      return words.roleCareWorker;
    case 'PROFESSIONAL':
      return words.roleProfessional;
    case 'PATIENT':
      return words.rolePatient;
    case 'RELATIVE':
      return words.roleRelative;
  }
}

/** Who somebody is and how we know it, in one line. */
export const knownAs = (words: Words, person: Person): string =>
  `${roleWord(words, person)} · ${person.vouchedBy === null ? words[person.identification] : words.vouchedForBy(person.vouchedBy)}`;

/** Microphone and camera of somebody else, said only when they are not on. */
export function silences(words: Words, { name, microphone, camera, present, away, waiting }: Person, parkedBy: string | null = null): string[] {
  if (waiting) return [words.waitsToComeIn];
  if (away) return [words.isAway];
  if (!present) return [name === parkedBy ? words.comesBack : words.notPresent];
  const said: string[] = [];
  if (microphone !== 'on') said.push(microphoneWord(words, microphone));
  if (camera !== 'on') said.push(cameraWord(words, camera));
  return said;
}

function microphoneWord(words: Words, state: TrackState): string {
  if (state === 'held') return words.microphoneIsHeld;
  return state === 'off' ? words.microphoneIsOff : words.microphoneIsMissing;
}

/** Why there is no picture of somebody else. */
export function cameraWord(words: Words, state: TrackState): string {
  if (state === 'on') return words.pictureComing;
  if (state === 'held') return words.cameraIsHeld;
  return state === 'off' ? words.cameraIsOff : words.cameraIsMissing;
}

function personLine(words: Words, person: Person): HTMLLIElement {
  const name = h('p', { class: 'person-name' }, h('bdi', {}, person.name), person.self ? ` (${words.you})` : '');
  return h('li', { class: 'call-person', 'data-person': person.id }, name, h('p', { class: 'person-known' }), h('p', { class: 'person-state' }));
}

export function peopleView(scope: Scope, { call, words }: RoomContext): HTMLElement {
  const list = h('ul', { class: 'call-people-list' });
  const draw = keyed<Person, HTMLLIElement>(
    list,
    ({ id, name, self }) => `${id} ${name} ${self}`,
    (person) => personLine(words, person),
    (line, person) => {
      const [, known, state] = line.children;
      setAttribute(line, 'data-identification', person.identification);
      setAttribute(line, 'data-present', person.present ? 'yes' : 'no');
      if (known) setText(known, knownAs(words, person));
      if (!(state instanceof HTMLElement)) return;
      const said = person.self ? [] : silences(words, person, call.together.state.get().parkedBy);
      setText(state, said.join('. '));
      show(state, said.length > 0);
    },
  );
  const redraw = (): void => { draw(call.state.get().people); };
  call.state.follow(scope, redraw);
  call.together.state.follow(scope, redraw);
  return h('section', { class: 'call-people', 'data-panel': 'people' }, h('div', { class: 'call-side-head' }, h('h2', {}, words.whoIsHere)), list);
}

/** A patient or a relative at a page of their own: nobody of the staff sits beside them. */
export function isGuestsPage(people: readonly Person[]): boolean {
  const own = people.filter(({ self }) => self);
  return own.length > 0 && own.every(({ role }) => role === 'PATIENT' || role === 'RELATIVE');
}

/** The profession of the one who asks, for "Sjuksköterskan vill …". */
export function whoAsks({ call }: RoomContext): Profession | null {
  return call.state.get().people.find(({ role, self }) => role === 'PROFESSIONAL' && !self)?.title ?? null;
}
