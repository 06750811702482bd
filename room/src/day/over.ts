import { h } from '../views/dom';
import type { Words } from '../words';

function explained(words: Words, reason: string): string {
  switch (reason) {
    case 'signed-out':
      return words.signedOutExplained;
    case 'revoked':
      return words.noLongerAllowed;
    default:
      return words.timedOutExplained;
  }
}

/** Says why, and how to go on. Names of patients do not stay on a screen that nobody is signed in at. */
export function showOver(words: Words, reason: string): void {
  const heading = h('h1', { tabindex: -1 }, words.signedOutHeading);
  const again = h('a', { href: '/min-dag', class: 'ds-button', 'data-action': 'sign-in' }, words.signInAgain);
  document.querySelector('.signed-in')?.remove();
  document
    .querySelector('main')
    ?.replaceChildren(
      h(
        'section',
        { class: 'calm', 'data-over': reason },
        heading,
        h('p', { class: 'lead' }, explained(words, reason)),
        h('p', { class: 'actions' }, again),
      ),
    );
  document.title = words.signedOutHeading;
  heading.focus();
}
