import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScope, type Scope } from '../src/base/scope';
import { KEPT, watchStaying, type Left } from '../src/page/staying';

const MINUTE = 60_000;

describe('a sign-in that is about to end', () => {
  let scope: Scope;
  let end: number;
  let mayStay: boolean;
  let who: string;
  let reachable: boolean;
  let seen: string[];
  let stayed: number;
  let staying: ReturnType<typeof watchStaying>;

  const answer = (): Promise<Left | null> =>
    Promise.resolve(reachable ? { left: end - Date.now(), notice: 5 * MINUTE, mayStay, who, csrf: 'fresh' } : null);

  function begin(coverable = true): void {
    staying = watchStaying(scope, {
      ask: answer,
      stay: () => {
        stayed++;
        end = Date.now() + 60 * MINUTE;
        return answer();
      },
      view: {
        warn: (kind) => { if (kind !== seen.at(-1)) seen.push(kind ?? 'calm'); },
        cover: coverable ? () => { seen.push('covered'); } : null,
        uncover: (csrf) => { seen.push(`back ${csrf}`); },
        leave: () => { seen.push('left'); },
      },
      now: Date.now,
    });
  }
  const pass = (minutes: number): Promise<unknown> => vi.advanceTimersByTimeAsync(minutes * MINUTE);
  const last = (): string | undefined => seen.at(-1);

  beforeEach(() => {
    vi.useFakeTimers();
    scope = createScope();
    end = Date.now() + 60 * MINUTE;
    mayStay = true;
    who = 'noor';
    reachable = true;
    seen = [];
    stayed = 0;
  });
  afterEach(() => {
    scope.end();
    vi.useRealTimers();
  });

  it('is told five minutes before, and one touch goes on', async () => {
    begin();
    await pass(54);
    expect(last()).toBe('calm');
    await pass(2);
    expect(last()).toBe('idle');
    staying.touch();
    await pass(0);
    expect([last(), stayed]).toEqual(['calm', 1]);
  });

  it('is not told where somebody has touched the page lately: it goes on by itself', async () => {
    begin();
    await pass(53);
    staying.touch();
    await pass(3);
    expect([seen.includes('idle'), stayed]).toEqual([false, 1]);
  });

  it('falls silent when another window goes on', async () => {
    begin();
    await pass(56);
    end = Date.now() + 60 * MINUTE;
    await pass(1);
    expect([last(), stayed]).toEqual(['calm', 0]);
  });

  it('that cannot be put off says so, whoever touches the page', async () => {
    mayStay = false;
    begin();
    await pass(54.9);
    staying.touch();
    await pass(1);
    expect([last(), stayed]).toEqual(['long', 0]);
  });

  it('keeps what was typed out of sight until the same person is back, with a fresh form token', async () => {
    begin();
    await pass(61);
    expect(last()).toBe('covered');
    end = Date.now() + 60 * MINUTE;
    await pass(0.1);
    expect(seen).toContain('back fresh');
  });

  it('shows nothing to somebody else', async () => {
    begin();
    await pass(61);
    who = 'disa';
    end = Date.now() + 60 * MINUTE;
    await pass(0.1);
    expect(last()).toBe('left');
    expect(seen).not.toContain('back fresh');
  });

  it('does not keep it for ever', async () => {
    begin();
    await pass(61 + KEPT / MINUTE);
    expect(last()).toBe('left');
  });

  it('is no worse off when the server cannot be reached for a while', async () => {
    begin();
    await pass(50);
    reachable = false;
    await pass(6);
    expect(last()).toBe('calm');
    reachable = true;
    await pass(1);
    expect(last()).toBe('idle');
  });

  it('leaves the day to its own stream, which goes on telling that somebody waits', async () => {
    begin(false);
    await pass(61);
    expect(seen).not.toContain('covered');
    expect(scope.ended).toBe(true);
  });
});
