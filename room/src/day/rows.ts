import { Idiomorph } from 'idiomorph';
import type { Words } from '../words';

/** One who waits, as the list shows it. */
export interface Row {
  id: string;
  /** Milliseconds since 1970. */
  since: number;
  taken: boolean;
  /** Whether it sounds: to those on duty, to nobody yet (it is agreed with another), or always (cover is sought). */
  sound: 'on-duty' | 'none' | 'always';
}

const ROW = '[data-drop-in]';

/** Off duty one sees who waits, but nothing sounds. */
export const isOnDuty = (waiting: HTMLElement): boolean => waiting.dataset['duty'] === 'on';

const soundOf = (said: string | undefined): Row['sound'] => (said === 'none' || said === 'always' ? said : 'on-duty');

export function rowsOf(waiting: ParentNode, now = Date.now()): readonly Row[] {
  return [...waiting.querySelectorAll<HTMLElement>(ROW)]
    .filter((row) => row.dataset['gone'] === undefined)
    .map((row) => {
      const since = Date.parse(row.dataset['since'] ?? '');
      return {
        id: row.dataset['dropIn'] ?? '',
        since: Number.isNaN(since) ? now : since,
        taken: row.dataset['taken'] !== undefined,
        sound: soundOf(row.dataset['sound']),
      };
    });
}

/** The morph matches by id; a row is the same row for as long as it is the same person waiting. */
function nameRows(part: ParentNode): void {
  for (const row of part.querySelectorAll<HTMLElement>(ROW)) if (row.id === '') row.id = `drop-in-${row.dataset['dropIn'] ?? ''}`;
}

function isTouched(element: Node): boolean {
  if (element instanceof HTMLInputElement) {
    if (element.type === 'checkbox' || element.type === 'radio') return element.checked !== element.defaultChecked;
    return element.type !== 'hidden' && element.value !== element.defaultValue;
  }
  if (element instanceof HTMLTextAreaElement) return element.value !== element.defaultValue;
  return element instanceof HTMLSelectElement && [...element.options].some((option) => option.selected !== option.defaultSelected);
}

/** A form that came back with what is missing keeps what was written and what is said about it. */
const isSentBack = (element: Node): boolean => element instanceof HTMLFormElement && element.querySelector('[id$="-error"]') !== null;

/** Somebody is writing in a row that is no longer in the list: it stays, marked, until they move on. True when it may go. */
function mayRemove(node: Node, words: Words): boolean {
  const row = document.activeElement?.closest<HTMLElement>(ROW);
  if (!row || !node.contains(row) || !(node instanceof HTMLElement)) return true;
  for (const other of node.querySelectorAll(ROW)) if (other !== row) other.remove();
  if (row.dataset['gone'] === undefined) markGone(row, words);
  return false;
}

function markGone(row: HTMLElement, words: Words): void {
  row.dataset['gone'] = '';
  const line = document.createElement('p');
  line.setAttribute('role', 'status');
  line.textContent = words.rowGone;
  row.prepend(line);
  for (const submit of row.querySelectorAll('button:not([type="button"])')) submit.setAttribute('aria-disabled', 'true');
}

/** What the eye rests on: the row with the focus, else the first one in view. */
function anchorOf(waiting: HTMLElement): HTMLElement | null {
  const focused = document.activeElement?.closest<HTMLElement>(ROW);
  if (focused && waiting.contains(focused)) return focused;
  const below = [...(waiting.parentElement?.children ?? [])].filter((element) => !waiting.contains(element));
  const candidates = [...waiting.querySelectorAll<HTMLElement>(ROW), ...below.filter((element) => element instanceof HTMLElement)];
  return candidates.find((element) => element.getBoundingClientRect().bottom > 0) ?? null;
}

/** Renews the list of those who wait without moving focus, open details, typed text, or the page under the eye. */
export function morphWaiting(waiting: HTMLElement, html: string, words: Words): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const fresh = parsed.getElementById('waiting');
  if (!fresh) return;
  nameRows(waiting);
  nameRows(fresh);
  const anchor = anchorOf(waiting);
  const before = anchor?.getBoundingClientRect().top ?? 0;
  const hadFocus = waiting.contains(document.activeElement);

  Idiomorph.morph(waiting, fresh, {
    morphStyle: 'outerHTML',
    ignoreActiveValue: true,
    restoreFocus: true,
    callbacks: {
      beforeNodeMorphed: (old: Node) => !isTouched(old) && !isSentBack(old),
      beforeAttributeUpdated: (name: string, element: Element) => !(name === 'open' && element instanceof HTMLDetailsElement),
      beforeNodeRemoved: (node: Node) => mayRemove(node, words),
    },
  });

  const after = anchor?.isConnected ? anchor.getBoundingClientRect().top : before;
  if (after !== before) window.scrollBy(0, after - before);
  const present = document.getElementById('waiting');
  if (hadFocus && present && document.activeElement === document.body) {
    present.tabIndex = -1;
    present.focus({ preventScroll: true });
  }
}
