import { csrfToken } from '../base/browser';
import type { Scope } from '../base/scope';
import { markBusy } from './send-once';

/** A form with a file sends it as bare bytes and goes where the answer says; its other fields go along in the address. */
export function uploadFiles(scope: Scope, page: Document): void {
  scope.listen(
    page,
    'submit',
    (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-upload')) return;
      event.preventDefault();
      if (form.hasAttribute('aria-busy')) return;
      form.setAttribute('aria-busy', 'true');
      markBusy(form, true);
      void send(form, page).catch(() => {
        fail(form, page);
      });
    },
    { capture: true },
  );
}

async function send(form: HTMLFormElement, page: Document): Promise<void> {
  const file = form.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0];
  const about = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && name !== '_csrf') about.append(name, value);
  // The server would break off in the middle, and the browser could not say why.
  if (file && file.size > Number(form.dataset['mostBytes'])) {
    about.append('fel', 'too-big');
    page.location.assign(`${form.action}?${about.toString()}`);
    return;
  }
  const answer = await fetch(`${form.action}?${about.toString()}`, {
    method: 'POST',
    body: file ?? '',
    headers: { 'X-CSRF-TOKEN': csrfToken(page), 'Content-Type': 'text/csv', Accept: 'application/json' },
  });
  if (!answer.ok) throw new Error('refused');
  const { to } = (await answer.json()) as { to: string };
  page.location.assign(to);
}

function fail(form: HTMLFormElement, page: Document): void {
  form.removeAttribute('aria-busy');
  markBusy(form, false);
  const failed = page.querySelector<HTMLElement>('[data-upload-failed]');
  if (failed) failed.hidden = false;
}
