import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScope, type Scope } from '../src/base/scope';
import { watchLocked, type SignalAnswer } from '../src/day/locked';
import { sv } from '../src/words/sv';

describe('a day whose sign-in has timed out', () => {
  let scope: Scope;
  let answer: SignalAnswer;
  let rings: (number | null)[];
  const back = vi.fn();
  const line = { textContent: '' };
  const page = { title: '' };

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('document', page);
    scope = createScope();
    rings = [];
    back.mockClear();
    answer = { kind: 'signal', signal: { waits: false, signedIn: false } };
    let time = 0;
    watchLocked(scope, line as unknown as HTMLElement, {
      words: sv,
      ask: () => Promise.resolve(answer),
      ring: (since) => rings.push(since),
      backToDay: back,
      now: () => (time += 1000),
    });
  });
  afterEach(() => {
    scope.end();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const next = async (now: SignalAnswer): Promise<void> => {
    answer = now;
    await vi.advanceTimersByTimeAsync(10_000);
  };

  it('tells that somebody waits, in text, title and sound, and that nobody does any longer', async () => {
    await next({ kind: 'signal', signal: { waits: true, signedIn: false } });
    expect([line.textContent, page.title]).toEqual(['Någon väntar – lås upp', 'Någon väntar – lås upp']);
    await next(answer);
    const since = rings.at(-1);
    expect(since).not.toBeNull();
    expect(rings.at(-2)).toBe(since);
    await next({ kind: 'signal', signal: { waits: false, signedIn: false } });
    expect([line.textContent, page.title, rings.at(-1)]).toEqual(['', sv.signedOutHeading, null]);
  });

  it('goes on as it was while the server cannot be reached', async () => {
    await next({ kind: 'signal', signal: { waits: true, signedIn: false } });
    await next({ kind: 'unreachable' });
    expect(line.textContent).toBe(sv.lockedWaits);
  });

  it('is silent for good, and says so, when the proof no longer holds', async () => {
    await next({ kind: 'signal', signal: { waits: true, signedIn: false } });
    await next({ kind: 'refused' });
    expect([line.textContent, rings.at(-1), scope.ended]).toEqual([sv.lockedSilent, null, true]);
  });

  it('goes back to the day when somebody has signed in again', async () => {
    await next({ kind: 'signal', signal: { waits: true, signedIn: true } });
    expect(back).toHaveBeenCalledOnce();
    expect(rings.at(-1)).toBeNull();
  });
});
