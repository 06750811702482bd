import type { Scope } from '../base/scope';
import { createStore } from '../base/store';
import { wordsFor } from '../words';
import { followAcute } from './acute';
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
  const acute = followAcute(scope, words);
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
    },
    onAcute: acute.renew,
    onOver(reason) {
      scope.end();
      showOver(words, reason);
    },
  });
  attachKnock(scope, { words, rows, acute: acute.rows, onDuty, title: document.title });
  scope.listen(document, 'change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'informed' && target.closest('#waiting')) warmth.warm(target.checked);
  });
  admitInPlace(scope, { words, warmth });
}
