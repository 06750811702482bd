import type { Scope } from '../base/scope';

/** A database that starts again takes some seconds. */
const TRY_AGAIN = 1_000;
const MOST_TRIES = 30;

interface TryAgain {
  /** Something of ours has been kept: it works again. */
  kept: () => void;
  notKept: (slug: string, key: string) => void;
}

/** What the server could not keep just now is sent again, under the same key; what it would not take stays. */
export function createTryAgain(scope: Scope, inputs: { resend: () => void; turnedDown: (key: string) => void }): TryAgain {
  let tries = 0;
  let forget = (): void => undefined;
  return {
    kept: () => { tries = 0; },
    notKept(slug, key) {
      if (slug !== 'unexpected' || tries >= MOST_TRIES) {
        inputs.turnedDown(key);
        return;
      }
      forget();
      forget = scope.after(TRY_AGAIN, () => {
        tries += 1;
        inputs.resend();
      });
    },
  };
}
