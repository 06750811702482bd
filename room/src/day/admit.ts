import { csrfToken } from '../base/browser';
import type { Scope } from '../base/scope';
import { openSocket } from '../call/socket';
import { putToken } from '../page/csrf';
import { markBusy } from '../page/send-once';
import { h } from '../views/dom';
import type { Words } from '../words';
import type { Warm, Warmth } from './warmth';

interface AdmitInputs {
  words: Words;
  warmth: Warmth;
}

interface Admitted {
  meeting: string;
  ticket: string;
}

type Answer = { kind: 'admitted'; admitted: Admitted } | { kind: 'taken'; by: string | null } | { kind: 'failed' } | { kind: 'unreachable' };

/** "Släpp in" without leaving the document: the camera that is already on goes with it. What is refused becomes the plain form post. */
export function admitInPlace(scope: Scope, inputs: AdmitInputs): void {
  const busy = new Set<HTMLFormElement>();
  scope.listen(document, 'submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.classList.contains('admit')) return;
    event.preventDefault();
    if (busy.has(form)) return;
    performance.mark('admit-pressed');
    busy.add(form);
    markBusy(form, true);
    void admit(scope, form, (event as SubmitEvent).submitter, inputs).finally(() => {
      busy.delete(form);
      markBusy(form, false);
    });
  });
}

async function admit(scope: Scope, form: HTMLFormElement, submitter: HTMLElement | null, { words, warmth }: AdmitInputs): Promise<void> {
  const socket = openSocket();
  const asked = post(form, submitter);
  const room = import('../call').catch(() => null);
  const answer = await asked;
  if (answer.kind === 'admitted') {
    const script = await room;
    if (script) enter(scope, script, answer.admitted, { warm: warmth.take(), socket });
    else location.assign(`/samtal/${answer.admitted.meeting}`);
    return;
  }
  if (socket.readyState === WebSocket.CONNECTING) socket.onopen = () => { socket.close(); };
  else socket.close();
  if (answer.kind === 'unreachable') {
    // Leaving for a page that does not answer either would lose the row. Pressed again, it is one admission.
    say(form, words.admissionNotReached);
    return;
  }
  if (answer.kind === 'taken') {
    warmth.warm(false);
    say(form, answer.by ?? words.takenByOther);
    return;
  }
  putToken(form, csrfToken(document));
  form.submit();
}

async function post(form: HTMLFormElement, submitter: HTMLElement | null): Promise<Answer> {
  try {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form, submitter)) if (typeof value === 'string') fields.append(name, value);
    const headers = { Accept: 'application/json', 'X-CSRF-TOKEN': csrfToken(document) };
    const response = await fetch(form.action, { method: 'POST', body: fields, headers, redirect: 'error' });
    if (response.status === 409) return { kind: 'taken', by: whoDid(await response.json().catch(() => null)) };
    if (!response.ok) return { kind: 'failed' };
    return { kind: 'admitted', admitted: (await response.json()) as Admitted };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** The problem's own sentence names the colleague. */
function whoDid(problem: unknown): string | null {
  const detail = typeof problem === 'object' && problem !== null && 'detail' in problem ? problem.detail : null;
  return typeof detail === 'string' && detail !== '' ? detail : null;
}

function say(form: HTMLFormElement, text: string): void {
  form.querySelector('[data-taken-by]')?.remove();
  form.prepend(h('p', { class: 'note-line warning', role: 'alert', 'data-taken-by': true }, text));
}

function enter(
  day: Scope,
  { enterCall, settingsInPlace }: typeof import('../call'),
  { meeting, ticket }: Admitted,
  { warm, socket }: { warm: Warm | null; socket: WebSocket },
): void {
  history.pushState({}, '', `/samtal/${meeting}`);
  const root = h('main', { id: 'call-root' });
  day.end();
  const main = document.querySelector('main');
  if (main) main.replaceWith(root);
  else document.body.append(root);
  enterCall(root, settingsInPlace(meeting, document.documentElement.lang), {
    ticket,
    socket,
    stream: warm?.stream,
    prepared: warm?.prepared,
  });
  // The way back is a page of its own, made anew.
  window.addEventListener('popstate', () => { location.reload(); }, { once: true });
}
