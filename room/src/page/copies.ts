import type { Scope } from '../base/scope';
import { setText } from '../views/dom';

/** A link to a page of plain text copies that text in one press; where that fails, it is the link it was. */
export function copyTexts(scope: Scope, page: Document): void {
  scope.listen(page, 'click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-copies]') : null;
    if (!link) return;
    event.preventDefault();
    copy(link).then(
      () => {
        const told = page.querySelector('[data-copied]');
        if (told) setText(told, link.getAttribute('data-copies') ?? '');
      },
      () => {
        page.location.assign(link.href);
      },
    );
  });
}

/** The browser must be asked within the press: it is handed the text as a promise. */
async function copy(link: HTMLAnchorElement): Promise<void> {
  const text = fetch(link.href).then(async (answer) => {
    if (!answer.ok || answer.redirected) throw new Error('no text');
    return new Blob([await answer.text()], { type: 'text/plain' });
  });
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
}

/** Buttons that print the page; without script the browser's own menu does. */
export function printOnPress(scope: Scope, page: Document): void {
  for (const button of page.querySelectorAll<HTMLElement>('[data-print]')) {
    button.hidden = false;
    scope.listen(button, 'click', () => {
      window.print();
    });
  }
}
