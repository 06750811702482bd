import { csrfToken } from '../base/browser';
import type { Scope } from '../base/scope';

/** Forms that came later than the page (pushed rows, swapped parts) send the token of this page. */
export function alwaysSendCsrf(scope: Scope, page: Document): void {
  scope.listen(
    page,
    'submit',
    ({ target }) => {
      if (target instanceof HTMLFormElement && target.method === 'post') putToken(target, csrfToken(page));
    },
    { capture: true },
  );
}

export function putToken(form: HTMLFormElement, token: string): void {
  if (token === '') return;
  const known = form.querySelector<HTMLInputElement>('input[name="_csrf"]');
  if (known) {
    known.value = token;
    return;
  }
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = '_csrf';
  field.value = token;
  form.append(field);
}
