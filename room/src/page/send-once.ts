import type { Scope } from '../base/scope';

/** A second press while the first is on its way does nothing. */
export function sendOnce(scope: Scope, page: Document): void {
  const sent = new Set<HTMLFormElement>();
  scope.listen(page, 'submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== 'post') return;
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    sent.add(form);
    markBusy(form, true);
  });
}

export function markBusy(form: HTMLFormElement, busy: boolean): void {
  for (const submit of form.querySelectorAll('button:not([type="button"]), input[type="submit"]')) {
    if (busy) submit.setAttribute('aria-disabled', 'true');
    else submit.removeAttribute('aria-disabled');
  }
}
