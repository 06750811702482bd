import type { Scope } from '../base/scope';
import type { Person } from '../messages';
import type { RoomContext } from '../views/context';

interface Changes {
  came: Person[];
  went: Person[];
  away: Person[];
  back: Person[];
}

/** What has changed between two states, apart from oneself. Whoever has a locked screen has not gone. */
export function changesOf(before: readonly Person[], now: readonly Person[]): Changes {
  const here = (people: readonly Person[]): Map<string, Person> =>
    new Map(people.filter(({ self, present, away }) => !self && (present || away)).map((one) => [one.id, one]));
  const [old, fresh] = [here(before), here(now)];
  const stayed = [...fresh.values()].filter(({ id }) => old.has(id));
  return {
    came: [...fresh.values()].filter(({ id }) => !old.has(id)),
    went: [...old.values()].filter(({ id }) => !fresh.has(id)),
    away: stayed.filter(({ id, away }) => away && !old.get(id)?.away),
    back: stayed.filter(({ id, away }) => !away && old.get(id)?.away),
  };
}

/** Those who share a device do so together. */
const names = (people: readonly Person[]): string => people.map(({ name }) => name).join(', ');

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
    const { came, went, away, back } = changesOf(before, people);
    const first = before.length === 0;
    before = people;
    if (screen.kind !== 'room' || first) return;
    const said = [...came.map(({ name }) => words.came(name)), ...went.map(({ name }) => words.went(name))];
    if (away.length > 0) said.push(words.isAwayNow(names(away)));
    if (back.length > 0) said.push(words.isBack(names(back)));
    if (said.length > 0) aloud.say(said.join(' '));
  });
}
