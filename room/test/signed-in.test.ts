// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScope, type Scope } from '../src/base/scope';
import { keepSignedIn } from '../src/page/staying';

const MINUTE = 60_000;

/** What the frame of a page has around what somebody types. */
const framed = (content: string): string => `
  <html><head><meta name="csrf" content="first"></head><body>
  <div data-staying hidden><p data-kind="idle" hidden></p><p data-kind="long" hidden></p><button type="button">Fortsätt</button></div>
  <section data-timed-out tabindex="-1" hidden>Logga in igen</section>
  <header class="top">Noor Sandgren</header><main tabindex="-1">${content}</main><footer class="bottom">Vårdmöte</footer>
  </body></html>`;

describe('a page whose sign-in ends while somebody writes', () => {
  let scope: Scope;
  let end: number;
  let tokens: (string | null)[];

  function open(content: string): Document {
    const page = new DOMParser().parseFromString(framed(content), 'text/html');
    keepSignedIn(scope, page, window);
    return page;
  }
  const found = (page: Document, selector: string): HTMLElement => {
    const element = page.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`${selector} is gone`);
    return element;
  };
  const around = (page: Document): boolean[][] =>
    ['main', '.top', '.bottom'].map((part) => found(page, part)).map(({ hidden, inert }) => [hidden === true, inert]);
  const pass = (minutes: number): Promise<unknown> => vi.advanceTimersByTimeAsync(minutes * MINUTE);

  beforeEach(() => {
    vi.useFakeTimers();
    scope = createScope();
    end = Date.now() + 60 * MINUTE;
    tokens = [];
    vi.stubGlobal('fetch', (path: string, { headers }: RequestInit) => {
      if (path === '/inloggning/fortsatt') {
        tokens.push(new Headers(headers).get('X-CSRF-TOKEN'));
        end = Date.now() + 60 * MINUTE;
      }
      return Promise.resolve(Response.json({ left: end - Date.now(), notice: 5 * MINUTE, mayStay: true, who: 'noor', csrf: 'fresh' }));
    });
  });
  afterEach(() => {
    scope.end();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is covered, and has every letter again when the same person is back, with a token that can be sent', async () => {
    const page = open('<form><textarea name="text"></textarea></form>');
    (found(page, 'textarea') as HTMLTextAreaElement).value = 'Hon kan stödja på';
    await pass(61);
    expect(around(page)).toEqual([[true, true], [true, true], [true, true]]);
    expect(found(page, '[data-timed-out]').hidden).toBe(false);

    end = Date.now() + 60 * MINUTE;
    await pass(0.1);
    expect(around(page)).toEqual([[false, false], [false, false], [false, false]]);
    expect(found(page, '[data-timed-out]').hidden).toBe(true);
    expect((found(page, 'main form textarea') as HTMLTextAreaElement).value).toBe('Hon kan stödja på');
    expect(found(page, 'meta[name="csrf"]').getAttribute('content')).toBe('fresh');

    await pass(56);
    expect(found(page, '[data-staying]').hidden).toBe(false);
    expect(found(page, '[data-kind="idle"]').hidden).toBe(false);
    found(page, 'textarea').dispatchEvent(new Event('input', { bubbles: true }));
    await pass(0);
    expect(tokens).toEqual(['fresh']);
    expect(found(page, '[data-staying]').hidden).toBe(true);
  });

  it('is left uncovered where it is the day, which hides its names itself and goes on telling that somebody waits', async () => {
    const page = open('<div id="waiting">Tolvan Tolvansson</div>');
    await pass(61);
    expect(around(page)).toEqual([[false, false], [false, false], [false, false]]);
    expect(found(page, '[data-timed-out]').hidden).toBe(true);
  });
});
