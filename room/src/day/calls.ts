import { Idiomorph } from 'idiomorph';
import type { Row } from './rows';

/** Calls that a colleague asks one into sound like a knock, on duty or off: the question is to this person. */
export function askedRows(page: ParentNode, now = Date.now()): readonly Row[] {
  return [...page.querySelectorAll<HTMLElement>('#my-calls [data-asked]')].map((row) => {
    const since = Date.parse(row.dataset['since'] ?? '');
    return { id: `asked-${row.dataset['asked'] ?? ''}`, since: Number.isNaN(since) ? now : since, taken: false, sound: 'always' };
  });
}

/** Renews one's own calls, in place. */
export function morphCalls(html: string): void {
  const present = document.getElementById('my-calls');
  const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('my-calls');
  if (present && fresh) Idiomorph.morph(present, fresh, { morphStyle: 'outerHTML', restoreFocus: true });
}
