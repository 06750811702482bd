import type { Scope } from '../base/scope';
import { createStore, type Readable } from '../base/store';
import type { PageMessage } from '../messages';

interface AwayInputs {
  page: EventTarget & Pick<Document, 'visibilityState'>;
  window: EventTarget;
  /** A tablet or a telephone: it stops the picture of a page that is not in view. A computer goes on behind other windows. */
  handheld: boolean;
}

/** Whether the screen is locked or shows something else, so that the others wait in vain for a picture. */
export function createAway(scope: Scope, { page, window, handheld }: AwayInputs): Readable<boolean> {
  const away = createStore(false);
  /** A page that is closed or loaded again hides too, and has nothing to say about the screen. */
  let leaving = false;
  const look = (): void => { away.set(handheld && !leaving && page.visibilityState === 'hidden'); };
  scope.listen(window, 'pagehide', (event) => { leaving = !(event as PageTransitionEvent).persisted; });
  scope.listen(window, 'pageshow', () => {
    leaving = false;
    look();
  });
  scope.listen(page, 'visibilitychange', look);
  look();
  return away;
}

/** Says it to the server once. Whoever joins is taken to be here: the answer is called after each join, and says it again. */
export function tellAway(scope: Scope, away: Readable<boolean>, send: (message: PageMessage) => boolean): () => void {
  let told = false;
  const tell = (): void => {
    const now = away.get();
    if (now !== told && send({ type: 'away', away: now })) told = now;
  };
  away.follow(scope, tell);
  return () => {
    told = false;
    tell();
  };
}
