import type { Scope } from '../base/scope';

/** Keeps the screen awake while the scope lives; the browser lets go when the page is hidden, so it is taken anew when it is seen again. */
export function keepAwake(scope: Scope, page: Document, wakeLock: WakeLock | undefined): void {
  let lock: WakeLockSentinel | null = null;

  async function take(): Promise<void> {
    if (!wakeLock || page.visibilityState !== 'visible' || (lock && !lock.released)) return;
    lock = await wakeLock.request('screen');
    if (scope.ended) await lock.release();
  }
  // Refused on low battery; the call works all the same.
  const tryTaking = (): void => void take().catch(() => undefined);

  scope.listen(page, 'visibilitychange', tryTaking);
  scope.onEnd(() => void lock?.release().catch(() => undefined));
  tryTaking();
}
