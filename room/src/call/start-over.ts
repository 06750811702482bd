import type { Scope } from '../base/scope';

const PAUSE = 10_000;

interface StartOverInputs {
  now: () => number;
  mayStart: () => boolean;
  start: () => void;
}

/** A media connection that cannot be mended is replaced, but never in a tight loop. */
export function createStartOver(scope: Scope, { now, mayStart, start }: StartOverInputs): () => void {
  let before = -Infinity;
  let soon = false;
  const startOver = (): void => {
    if (!mayStart() || soon) return;
    const wait = before + PAUSE - now();
    if (wait <= 0) {
      before = now();
      start();
      return;
    }
    soon = true;
    scope.after(wait, () => {
      soon = false;
      startOver();
    });
  };
  return startOver;
}
