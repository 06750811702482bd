import type { Scope } from '../base/scope';
import { show } from '../views/dom';

/** How long a sign-in lasts from now, as the server knows it: other windows and calls count too. */
export interface Left {
  /** Milliseconds; 0 or less when it is over. */
  left: number;
  /** So long before the end the page says so. */
  notice: number;
  /** Whether going on helps: a sign-in ends by itself after so many hours. */
  mayStay: boolean;
  /** Who, working as what; empty for nobody. */
  who: string;
  csrf: string;
}

type WarningKind = 'idle' | 'long';

interface StayingInputs {
  /** Null when the server cannot be reached. */
  ask: () => Promise<Left | null>;
  stay: () => Promise<Left | null>;
  view: {
    warn: (kind: WarningKind | null) => void;
    /** What stands in the page is out of sight but kept; null where the page does that itself. */
    cover: (() => void) | null;
    /** The same person is back. */
    uncover: (csrf: string) => void;
    leave: () => void;
  };
  now: () => number;
}

const WHILE_WARNED = 10_000;
const WHILE_COVERED = 5_000;
/** What somebody typed is not kept on a screen for ever. */
export const KEPT = 60 * 60_000;

interface Staying {
  touch: () => void;
  /** The page is in view again, or its device awake. */
  look: () => void;
}

type Verdict =
  | { kind: 'over' | 'go-on' }
  | { kind: 'show'; warning: WarningKind | null; again: number };

function verdict({ left, notice, mayStay }: Left, untouched: number): Verdict {
  if (left <= 0) return { kind: 'over' };
  if (left > notice) return { kind: 'show', warning: null, again: left - notice };
  if (mayStay && untouched < notice) return { kind: 'go-on' };
  return { kind: 'show', warning: mayStay ? 'idle' : 'long', again: Math.min(WHILE_WARNED, left) };
}

interface Shown {
  warn: (kind: WarningKind | null) => void;
  warned: () => boolean;
  covered: () => boolean;
  tooLong: () => boolean;
  /** False where the page does it itself. */
  cover: () => boolean;
  uncover: (csrf: string) => void;
}

/** What the person sees of it now. */
function createShown(view: StayingInputs['view'], now: () => number): Shown {
  let warned = false;
  let coveredAt: number | null = null;
  function warn(kind: WarningKind | null): void {
    warned = kind !== null;
    view.warn(kind);
  }
  return {
    warn,
    warned: () => warned,
    covered: () => coveredAt !== null,
    tooLong: () => coveredAt !== null && now() - coveredAt >= KEPT,
    cover(): boolean {
      warn(null);
      if (!view.cover) return false;
      coveredAt ??= now();
      view.cover();
      return true;
    },
    uncover(csrf: string): void {
      coveredAt = null;
      view.uncover(csrf);
    },
  };
}

/** Says in time that the sign-in is about to end, keeps it where somebody is there, and keeps what was typed where nobody is. */
export function watchStaying(scope: Scope, { ask, stay, view, now }: StayingInputs): Staying {
  const shown = createShown(view, now);
  let touched = now();
  let who = '';
  let cancel = (): void => undefined;

  function again(milliseconds: number): void {
    cancel();
    cancel = scope.after(Math.max(1000, milliseconds), () => void look());
  }
  function leave(): void {
    scope.end();
    view.leave();
  }
  function over(): void {
    if (shown.cover()) again(WHILE_COVERED);
    else scope.end();
  }
  function hear(answer: Left): void {
    const said = verdict(answer, now() - touched);
    if (said.kind === 'over') over();
    else who = answer.who;
    if (said.kind === 'go-on') void goOn();
    if (said.kind !== 'show') return;
    shown.warn(said.warning);
    again(said.again);
  }
  /** Somebody has signed in again in another window. */
  function back(answer: Left): void {
    if (answer.who !== who) {
      leave();
      return;
    }
    shown.uncover(answer.csrf);
    hear(answer);
  }
  async function goOn(): Promise<void> {
    const answer = await stay();
    if (scope.ended) return;
    if (answer) hear(answer);
    else again(WHILE_WARNED);
  }
  async function look(): Promise<void> {
    const answer = await ask();
    if (scope.ended) return;
    if (shown.tooLong()) leave();
    else if (!answer) again(WHILE_WARNED);
    else if (shown.covered() && answer.left > 0) back(answer);
    else hear(answer);
  }
  void look();
  return {
    touch() {
      touched = now();
      if (shown.warned()) void goOn();
    },
    look: () => void look(),
  };
}

const SIGNS = ['pointerdown', 'keydown', 'input'];

async function fetched(path: string, options: RequestInit): Promise<Left | null> {
  try {
    const answer = await fetch(path, { headers: { Accept: 'application/json' }, redirect: 'error', ...options });
    return answer.ok ? ((await answer.json()) as Left) : null;
  } catch {
    return null;
  }
}

function csrfMeta(page: Document): HTMLMetaElement | null {
  return page.querySelector<HTMLMetaElement>('meta[name="csrf"]');
}

/** Where somebody is signed in; elsewhere nothing. */
export function keepSignedIn(scope: Scope, page: Document, window: Window): void {
  const box = page.querySelector<HTMLElement>('[data-staying]');
  const ended = page.querySelector<HTMLElement>('[data-timed-out]');
  if (!box || !ended) return;
  const alive = scope.child();
  const parts = page.querySelectorAll<HTMLElement>('body > main, body > .top, body > .bottom');
  const cover = (covered: boolean): void => {
    for (const part of parts) {
      part.inert = covered;
      show(part, !covered);
    }
    show(ended, covered);
  };
  const staying = watchStaying(alive, {
    ask: () => fetched('/inloggning/kvar', {}),
    stay: () =>
      fetched('/inloggning/fortsatt', { method: 'POST', headers: { Accept: 'application/json', 'X-CSRF-TOKEN': csrfMeta(page)?.content ?? '' } }),
    view: {
      warn: (kind) => {
        show(box, kind !== null);
        for (const text of box.querySelectorAll<HTMLElement>('[data-kind]')) show(text, text.dataset['kind'] === kind);
      },
      // "Min dag" hears of it by its own stream, and goes on telling that somebody waits.
      cover: page.getElementById('waiting') ? null : () => {
        if (!ended.hidden) return;
        cover(true);
        ended.focus();
      },
      uncover: (csrf) => {
        const meta = csrfMeta(page);
        if (meta) meta.content = csrf;
        cover(false);
        page.querySelector<HTMLElement>('main')?.focus();
      },
      leave: () => { window.location.replace('/'); },
    },
    now: Date.now,
  });
  for (const sign of SIGNS) alive.listen(page, sign, staying.touch, { capture: true, passive: true });
  alive.listen(page, 'visibilitychange', staying.look);
}
