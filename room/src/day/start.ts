import type { Scope } from '../base/scope';
import { createStore } from '../base/store';
import { wordsFor } from '../words';
import { followAcute } from './acute';
import { admitInPlace } from './admit';
import { askedRows, morphCalls } from './calls';
import { attachKnock } from './knock';
import { lockDay } from './locked';
import { showOver } from './over';
import { isOnDuty, morphWaiting, rowsOf, type Row } from './rows';
import { followEvents } from './stream';
import { createWarmth } from './warmth';

/** As set on this page, from 0 to 1. */
function volumeOf(page: Document): number {
  const slider = page.querySelector<HTMLInputElement>('[data-volume][type="range"]');
  return (slider?.valueAsNumber ?? 60) / 100;
}

export function startDay(scope: Scope, waiting: HTMLElement): void {
  const words = wordsFor(document.documentElement.lang);
  const allRows = (list: ParentNode): readonly Row[] => [...askedRows(document), ...rowsOf(list)];
  const rows = createStore<readonly Row[]>(allRows(waiting));
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
      rows.set(allRows(renewed));
      // Whoever has a code may have come: that part of the page asks anew.
      document.body.dispatchEvent(new CustomEvent('waiting-changed'));
    },
    onCalls(html) {
      morphCalls(html);
      rows.set(allRows(document.getElementById('waiting') ?? waiting));
    },
    onAcute: acute.renew,
    onOver(reason) {
      const volume = onDuty.get() ? volumeOf(document) : null;
      scope.end();
      if (reason === 'timed-out') lockDay(words, volume);
      else showOver(words, reason);
    },
  });
  attachKnock(scope, { words, rows, acute: acute.rows, onDuty, title: document.title });
  scope.listen(document, 'change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'informed' && target.closest('#waiting')) warmth.warm(target.checked);
  });
  admitInPlace(scope, { words, warmth });
}
