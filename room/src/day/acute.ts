import type { Scope } from '../base/scope';
import { createStore, type Readable } from '../base/store';
import { button, h } from '../views/dom';
import type { Words } from '../words';
import type { Row } from './rows';

const ROW = '[data-acute]';
/** An emergency sounds as loud at once as somebody who has waited for a minute. */
const HEAD_START = 60_000;

interface Acute {
  /** Those that sound, until somebody at this page has seen them. */
  rows: Readable<readonly Row[]>;
  renew: (html: string) => void;
}

/** Emergencies at the top of the day. */
export function followAcute(scope: Scope, words: Words): Acute {
  const seen = new Set<string>();
  const rows = createStore<readonly Row[]>([]);
  let quiets = scope.child();

  function read(): void {
    quiets.end();
    quiets = scope.child();
    const found: Row[] = [];
    for (const row of document.querySelectorAll<HTMLElement>(`#acute ${ROW}`)) {
      const id = row.dataset['acute'] ?? '';
      const at = Date.parse(row.dataset['since'] ?? '');
      found.push({ id: `acute-${id}`, since: (Number.isNaN(at) ? Date.now() : at) - HEAD_START, taken: seen.has(id), sound: 'on-duty' });
      row.querySelector('[data-action="acute-quiet"]')?.remove();
      if (seen.has(id)) continue;
      const quiet = button(quiets, { 'data-variant': 'secondary', 'data-action': 'acute-quiet' }, words.acuteQuiet, () => {
        seen.add(id);
        read();
      });
      row.append(h('p', { class: 'actions' }, quiet));
    }
    rows.set(found);
  }

  function renew(html: string): void {
    const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('acute');
    const present = document.getElementById('acute');
    if (!fresh || !present) return;
    present.replaceWith(fresh);
    read();
  }

  read();
  return { rows, renew };
}
