import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScope, type Scope } from '../src/base/scope';
import { followEvents } from '../src/day/stream';
import { sv } from '../src/words/sv';

/** As much of an EventSource as the day uses. */
class FakeSource {
  static readonly CLOSED = 2;
  static made: FakeSource[] = [];
  readyState = 1;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  private readonly hears = new Map<string, (event: { data: string }) => void>();

  constructor(readonly url: string) {
    FakeSource.made.push(this);
  }

  addEventListener(name: string, hear: (event: { data: string }) => void): void {
    this.hears.set(name, hear);
  }

  says(name: string, data: string): void {
    this.hears.get(name)?.({ data });
  }

  close(): void {
    this.readyState = FakeSource.CLOSED;
  }
}

const element = { textContent: '', hasAttribute: () => false, getAttribute: () => null, setAttribute: vi.fn(), append: vi.fn(), remove: vi.fn(), before: vi.fn() };
const page = { createElement: () => element, getElementById: () => null, querySelector: () => ({ content: 'token' }) };

describe('the stream of the day', () => {
  let scope: Scope;
  let over: string[];
  let acute: string[];
  let status: number;
  const fetched = vi.fn(() => Promise.resolve({ status }));

  const newest = (): FakeSource => {
    const source = FakeSource.made.at(-1);
    if (!source) throw new Error('no stream was opened');
    return source;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('document', page);
    vi.stubGlobal('EventSource', FakeSource);
    vi.stubGlobal('fetch', fetched);
    FakeSource.made = [];
    fetched.mockClear();
    over = [];
    acute = [];
    status = 204;
    scope = createScope();
    followEvents(scope, { words: sv, onWaiting: () => undefined, onAcute: (html) => acute.push(html), onOver: (reason) => over.push(reason) });
  });

  afterEach(() => {
    scope.end();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('answers that the page is here when it is asked, and only then', () => {
    expect(fetched).not.toHaveBeenCalled();
    newest().says('there', '?');
    expect(fetched).toHaveBeenCalledExactlyOnceWith('/min-dag/puls', expect.objectContaining({ method: 'POST' }));
  });

  it('brings the emergencies as they are now', () => {
    newest().says('acute', '<section id="acute"></section>');
    expect(acute).toEqual(['<section id="acute"></section>']);
  });

  it('that ends with the sign-in says why and is not opened again', async () => {
    newest().says('over', 'signed-out');
    expect(over).toEqual(['signed-out']);
    expect(newest().readyState).toBe(FakeSource.CLOSED);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeSource.made).toHaveLength(1);
  });

  it('that was refused is opened again when somebody is still signed in', async () => {
    newest().close();
    newest().onerror?.();
    await vi.advanceTimersByTimeAsync(1000);
    expect(FakeSource.made).toHaveLength(2);
    expect(over).toEqual([]);
  });

  it.each([401, 403])('that was refused because nobody is signed in any longer (%i) is over', async (refused) => {
    status = refused;
    newest().close();
    newest().onerror?.();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeSource.made).toHaveLength(1);
    expect(over).toEqual(['timed-out']);
  });
});
