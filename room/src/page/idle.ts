import type { Scope } from '../base/scope';
import { show } from '../views/dom';

export const IDLE = 5 * 60_000;
/** So long before, the page says what will happen. */
export const NOTICE = 30_000;
const SIGNS = ['pointerdown', 'keydown', 'input', 'wheel', 'scroll'];

/**
 * A page with something personal on a shared device that nobody has touched for five minutes empties itself and goes to the
 * start. The form says so first, and is what is sent. A device that slept meanwhile does it when it wakes.
 */
export function emptyWhenIdle(scope: Scope, page: Document, form: HTMLFormElement): void {
  const alive = scope.child();
  let touched = Date.now();
  const look = (): void => {
    const idle = Date.now() - touched;
    show(form, idle >= IDLE - NOTICE);
    if (idle < IDLE) return;
    alive.end();
    // Nothing personal stays in view, nor is kept again, while the answer is on its way.
    page.querySelector('main')?.replaceChildren(form);
    form.submit();
  };
  const touch = (): void => {
    look();
    if (alive.ended) return;
    touched = Date.now();
    show(form, false);
  };
  for (const sign of SIGNS) alive.listen(page, sign, touch, { capture: true, passive: true });
  alive.listen(page, 'visibilitychange', look);
  alive.every(1000, look);
}

/** What was typed is not kept once more after it has been cleared. */
export function stopSavingWhenCleared(scope: Scope, page: Document): void {
  scope.listen(page, 'submit', ({ target }) => {
    if (target instanceof HTMLFormElement && target.matches('[data-clears]')) page.getElementById('knock-form')?.remove();
  });
}

/** What the browser has kept of a page that was left is loaded again: it may be another person who goes back. */
export function neverFromMemory(scope: Scope, window: Window): void {
  scope.listen(window, 'pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) window.location.reload();
  });
}
