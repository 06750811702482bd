import type { Scope } from '../base/scope';
import type { Person, Profession } from '../messages';
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
  }
}

/** Who somebody is and how we know it, in one line. */
export const knownAs = (words: Words, person: Person): string => `${roleWord(words, person)} · ${words[person.identification]}`;

/** Microphone and camera of somebody else, said only when they are not on. */
export function silences(words: Words, { microphone, camera, present }: Person): string[] {
  if (!present) return [words.notPresent];
  const said: string[] = [];
  if (microphone !== 'on') said.push(microphone === 'off' ? words.microphoneIsOff : words.microphoneIsMissing);
  if (camera !== 'on') said.push(camera === 'off' ? words.cameraIsOff : words.cameraIsMissing);
  return said;
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
      const said = person.self ? [] : silences(words, person);
      setText(state, said.join('. '));
      show(state, said.length > 0);
    },
  );
  call.state.follow(scope, ({ people }) => {
    draw(people);
  });
  return h('section', { class: 'call-people', 'data-panel': 'people' }, h('div', { class: 'call-side-head' }, h('h2', {}, words.whoIsHere)), list);
}

/** The profession of the one who asks, for "Sjuksköterskan vill …". */
export function whoAsks({ call }: RoomContext): Profession | null {
  return call.state.get().people.find(({ role, self }) => role === 'PROFESSIONAL' && !self)?.title ?? null;
}
