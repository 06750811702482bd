import type { Scope } from '../base/scope';
import type { Words } from '../words';
import { button, h } from './dom';

const STEP = 1.5;
const MOST = 8;

interface Zoomable {
  view: HTMLElement;
  buttons: HTMLElement[];
}

/** A picture that fits its place and grows in steps; the arrows move it then, as in any part that scrolls. */
export function zoomable(scope: Scope, words: Words, source: string): Zoomable {
  const picture = h('img', { src: source, alt: words.patientPicture, class: 'zoom-picture', draggable: 'false' });
  const view = h('div', { class: 'zoom', tabindex: 0, role: 'group', 'aria-label': words.zoomHelp }, picture);
  let size = 1;
  const zoom = (to: number): void => {
    const { scrollWidth, scrollHeight } = view;
    const middle = { x: (view.scrollLeft + view.clientWidth / 2) / scrollWidth, y: (view.scrollTop + view.clientHeight / 2) / scrollHeight };
    size = Math.min(MOST, Math.max(1, to));
    view.style.setProperty('--zoom', String(size));
    view.dataset['zoom'] = size > 1 ? 'in' : 'fit';
    view.scrollLeft = middle.x * view.scrollWidth - view.clientWidth / 2;
    view.scrollTop = middle.y * view.scrollHeight - view.clientHeight / 2;
  };
  scope.listen(view, 'keydown', (event) => {
    const { key } = event as KeyboardEvent;
    if (key === '+' || key === '=') zoom(size * STEP);
    else if (key === '-') zoom(size / STEP);
    else if (key === '0') zoom(1);
    else return;
    event.preventDefault();
  });
  scope.listen(view, 'dblclick', () => { zoom(size > 1 ? 1 : STEP * STEP); });
  scope.listen(picture, 'load', () => {
    const { startTime } = performance.mark('picture-shown');
    picture.dataset['shown'] = String(Math.round(startTime));
  });
  return {
    view,
    buttons: [
      button(scope, { 'data-variant': 'tertiary', 'data-action': 'zoom-in' }, words.larger, () => { zoom(size * STEP); }),
      button(scope, { 'data-variant': 'tertiary', 'data-action': 'zoom-out' }, words.smaller, () => { zoom(size / STEP); }),
    ],
  };
}

/** Over everything on purpose, for as long as somebody looks; Escape closes. */
export function fullScreen(scope: Scope, words: Words, source: string): { element: HTMLDialogElement; open: () => void } {
  const element = h('dialog', { class: 'picture-full', 'aria-label': words.patientPicture });
  const close = (): void => { element.close(); };
  scope.onEnd(close);
  return {
    element,
    open: () => {
      const sight = zoomable(scope, words, source);
      const back = button(scope, { 'data-variant': 'secondary', 'data-action': 'close-picture' }, words.close, close);
      element.replaceChildren(sight.view, h('div', { class: 'picture-zoom' }, ...sight.buttons, back));
      element.showModal();
      sight.view.focus();
    },
  };
}
