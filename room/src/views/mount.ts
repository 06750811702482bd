import type { Scope } from '../base/scope';
import { isOver, type Screen } from '../call/screens';
import type { RoomContext } from './context';
import { setAttribute } from './dom';
import { liveView } from './live';
import { overView } from './over';
import { titleOf } from './title';

const stageWord = (screen: Screen): string => (screen.kind === 'room' ? 'admitted' : screen.kind);

/** Puts the call into the page and keeps the honest state of it on the root, where tests and styles read it. */
export function mount(scope: Scope, root: HTMLElement, context: RoomContext): void {
  const { call, aloud } = context;
  let liveScope = scope.child();
  let view = liveView(liveScope, context);
  root.replaceChildren(aloud.element, view);
  document.body.classList.add('in-call');
  keepClear(scope, root);
  setAttribute(root, 'data-role', context.settings.role);

  call.together.state.follow(scope, ({ parkedBy }) => { setAttribute(root, 'data-parked', parkedBy !== null); });
  let shown = '';
  call.state.follow(scope, ({ screen, line, media }) => {
    setAttribute(root, 'data-stage', stageWord(screen));
    setAttribute(root, 'data-connection', line.kind);
    setAttribute(root, 'data-media', media);
    setAttribute(root, 'data-reason', screen.kind === 'closed' ? screen.reason : null);
    if (screen.kind === shown) return;
    const first = shown === '';
    shown = screen.kind;
    document.title = `${titleOf(screen, context)} – Vårdmöte`;
    if (screen.kind === 'room' && focusIsNowhere()) view.querySelector('h1')?.focus();
    if (!isOver(screen)) return;
    liveScope.end();
    liveScope = scope.child();
    const over = overView(liveScope, screen as Parameters<typeof overView>[1], context);
    view.replaceWith(over);
    view = over;
    if (!first) over.querySelector('h1')?.focus();
  });
}

/** What had the focus was taken away, so the heading of the new screen gets it; whoever writes or presses is left alone. */
const focusIsNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** The call fills the window below the banner of the training environment and above the keyboard of a phone. */
function keepClear(scope: Scope, root: HTMLElement): void {
  const viewport = window.visualViewport;
  const measure = (): void => {
    const banner = document.querySelector('[data-banner]')?.getBoundingClientRect().bottom ?? 0;
    const keyboard = viewport ? window.innerHeight - viewport.height * viewport.scale : 0;
    root.style.setProperty('--above-call', `${Math.max(0, banner)}px`);
    root.style.setProperty('--keyboard', `${keyboard > 100 ? keyboard : 0}px`);
  };
  scope.listen(window, 'resize', measure);
  if (viewport) scope.listen(viewport, 'resize', measure);
  measure();
}
