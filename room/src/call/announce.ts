import type { Scope } from '../base/scope';
import type { Person } from '../messages';
import type { RoomContext } from '../views/context';

/** Who came and who went between two states, apart from oneself. */
export function changesOf(before: readonly Person[], now: readonly Person[]): { came: Person[]; went: Person[] } {
  const here = (people: readonly Person[]): Person[] => people.filter(({ self, present }) => !self && present);
  const ids = (people: readonly Person[]): Set<string> => new Set(here(people).map(({ id }) => id));
  const [old, fresh] = [ids(before), ids(now)];
  return { came: here(now).filter(({ id }) => !old.has(id)), went: here(before).filter(({ id }) => !fresh.has(id)) };
}

/** Says aloud who comes and goes, and when the connection is back. */
export function announcePeople(scope: Scope, { call, words, aloud }: RoomContext): void {
  let before: readonly Person[] = [];
  let parked: string | null = null;
  let led: boolean | null = null;
  call.together.state.follow(scope, ({ parkedBy, leads }) => {
    if (parkedBy !== parked) aloud.say(parkedBy === null ? words.goesOnAgain : words.parkedFor(parkedBy));
    parked = parkedBy;
    if (leads && led === false && call.state.get().people.length > 0) aloud.say(words.leadsNow);
    led = leads;
  });
  let wasReconnecting = false;
  call.state.follow(scope, ({ people, screen, line }) => {
    if (line.kind === 'open' && wasReconnecting) aloud.say(words.reconnected);
    wasReconnecting = line.kind === 'reconnecting';
    if (people === before) return;
    const { came, went } = changesOf(before, people);
    const first = before.length === 0;
    before = people;
    if (screen.kind !== 'room' || first) return;
    const said = [...came.map(({ name }) => words.came(name)), ...went.map(({ name }) => words.went(name))];
    if (said.length > 0) aloud.say(said.join(' '));
  });
}
