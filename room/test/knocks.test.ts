import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScope, type Scope } from '../src/base/scope';
import { createKnocks, type Knocks } from '../src/call/knocks';
import { acuteLineOf, lineOf, saidNow, waitedFor } from '../src/views/notice';
import { sv } from '../src/words/sv';

let heard: ((data: string) => void) | undefined;
vi.mock('../src/day/stream', () => ({
  followEvents: (_scope: Scope, { address, onWaiting }: { address: string; onWaiting: (data: string) => void }) => {
    expect(address).toBe('/min-dag/knackningar');
    heard = onWaiting;
  },
}));

describe('a knock while one is in a call', () => {
  let scope: Scope;
  let knocks: Knocks;
  let rung: number[];
  let arrives: boolean;
  const posted: string[][] = [];

  beforeEach(() => {
    scope = createScope();
    rung = [];
    arrives = true;
    posted.length = 0;
    knocks = createKnocks(scope, {
      words: sv,
      ring: (volume) => rung.push(volume),
      post: (...said) => {
        posted.push(said);
        return Promise.resolve(arrives);
      },
    });
  });
  afterEach(() => { scope.end(); });

  const says = (...waiting: [id: string, sounds: boolean][]): void => { news([], waiting); };
  const news = (acute: [key: string, sounds: boolean][], waiting: [id: string, sounds: boolean][]): void => {
    heard?.(JSON.stringify({
      volume: 60,
      acute: acute.map(([key, sounds]) => ({ key, unit: 'Hemtjänst Höllviken', since: '2026-03-02T21:00:00Z', sounds })),
      waiting: waiting.map(([dropIn, sounds]) => ({ dropIn, unit: 'Hemtjänst natt', reason: 'Fall', since: '2026-03-02T21:00:00Z', sounds })),
    }));
  };

  it('sounds once for each who begins to wait, and not for whom somebody else is heard first', () => {
    says(['a', true]);
    says(['a', true]);
    expect(rung).toEqual([60]);
    says(['a', true], ['b', false]);
    expect(rung).toEqual([60]);
    says(['a', true], ['b', true]);
    expect(rung).toEqual([60, 60]);
  });

  it('says unit, reason and minutes', () => {
    says(['a', true]);
    const [knock] = knocks.state.get().waiting;
    if (!knock) throw new Error('nobody waits');
    expect(lineOf(sv, knock, Date.parse('2026-03-02T21:04:30Z'))).toBe('Fall · Hemtjänst natt · 4 min');
    expect(waitedFor(sv, 0, 59_000)).toBe('under 1 min');
  });

  it('waits behind an emergency in another call, which sounds once and says from where and since when', () => {
    news([['e', true]], [['a', true]]);
    news([['e', true]], [['a', true]]);
    expect(rung).toEqual([60]);
    const later = Date.parse('2026-03-02T21:02:30Z');
    expect(saidNow(sv, knocks.state.get(), null, later)).toEqual({ kind: 'acute', head: 'Akut · 2 min', line: 'Ett annat samtal · Hemtjänst Höllviken' });
    expect(knocks.state.get().acute.map((acute) => acuteLineOf(sv, acute, later))).toEqual(['Hemtjänst Höllviken · 2 min']);
    news([['e', true], ['f', false]], []);
    expect(rung).toEqual([60]);
    expect(saidNow(sv, knocks.state.get(), 'Alva vill lämna över', later)?.head).toBe('Akut i 2 samtal · 2 min');
    news([], [['a', true]]);
    expect(saidNow(sv, knocks.state.get(), 'Alva vill lämna över', later)?.kind).toBe('hand-over');
    expect(saidNow(sv, knocks.state.get(), null, later)?.kind).toBe('knock');
    says();
    expect(saidNow(sv, knocks.state.get(), null, later)).toBeNull();
  });

  it('is answered with a ready sentence, and it is said whether that arrived', async () => {
    says(['a', true]);
    knocks.tell('a', sv.knockSoon);
    expect(knocks.state.get().told.get('a')).toBe('sending');
    await Promise.resolve();
    expect(posted).toEqual([['a', sv.knockSoon]]);
    await Promise.resolve();
    expect(knocks.state.get().told.get('a')).toBe('sent');
    arrives = false;
    knocks.tell('a', sv.knockLater);
    await Promise.resolve();
    await Promise.resolve();
    expect(knocks.state.get().told.get('a')).toBe('failed');
  });
});
