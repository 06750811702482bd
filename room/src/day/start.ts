import type { Scope } from '../base/scope';
import { createStore } from '../base/store';
import { wordsFor } from '../words';
import { admitInPlace } from './admit';
import { attachKnock } from './knock';
import { showOver } from './over';
import { isOnDuty, morphWaiting, rowsOf, type Row } from './rows';
import { followEvents } from './stream';
import { createWarmth } from './warmth';

export function startDay(scope: Scope, waiting: HTMLElement): void {
  const words = wordsFor(document.documentElement.lang);
  const rows = createStore<readonly Row[]>(rowsOf(waiting));
  const onDuty = createStore(isOnDuty(waiting));
  const warmth = createWarmth(scope, { words });
  // The page's own scrolling-in-place would move what ours has already put back.
  document.documentElement.style.overflowAnchor = 'none';

  followEvents(scope, {
    words,
    onWaiting(html) {
      const present = document.getElementById('waiting');
      if (!present) return;
      morphWaiting(present, html, words);
      const renewed = document.getElementById('waiting') ?? present;
      onDuty.set(isOnDuty(renewed));
      rows.set(rowsOf(renewed));
      // Whoever has a code may have come: that part of the page asks anew.
      document.body.dispatchEvent(new CustomEvent('waiting-changed'));
    },
    onOver(reason) {
      scope.end();
      showOver(words, reason);
    },
  });
  attachKnock(scope, { words, rows, onDuty, title: document.title });
  scope.listen(document, 'change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'informed' && target.closest('#waiting')) warmth.warm(target.checked);
  });
  admitInPlace(scope, { words, warmth });
}
