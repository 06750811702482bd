import { h } from './dom';

export interface Aloud {
  element: HTMLElement;
  say: (text: string) => void;
}

const KEPT = 5;

/** What screen readers say. Each piece of news is a line of its own: two at once are both said, and the same twice is said twice. */
export function createAloud(): Aloud {
  const element = h('div', { class: 'call-aloud', role: 'log', 'aria-live': 'polite' });
  return {
    element,
    say(text) {
      element.append(h('p', {}, text));
      while (element.childElementCount > KEPT) element.firstElementChild?.remove();
    },
  };
}
