import htmx from 'htmx.org';
import { csrfToken } from '../base/browser';
import type { Scope } from '../base/scope';
import { focusFirstError } from './errors';

/** htmx under a strict content policy: no evaluated code, no inline style, only our own server; answers with errors in the form are shown. */
export function startHtmx(scope: Scope, page: Document): void {
  htmx.config.allowEval = false;
  htmx.config.includeIndicatorStyles = false;
  htmx.config.selfRequestsOnly = true;
  htmx.config.allowScriptTags = false;
  htmx.config.historyCacheSize = 0;
  htmx.config.responseHandling = [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    { code: '422', swap: true, error: false },
    { code: '...', swap: false, error: true },
  ];
  scope.listen(page, 'htmx:configRequest', (event) => {
    const { detail } = event as CustomEvent<{ headers: Record<string, string> }>;
    detail.headers['X-CSRF-TOKEN'] = csrfToken(page);
  });
  scope.listen(page, 'htmx:afterSwap', (event) => {
    const { detail } = event as CustomEvent<{ target: Element }>;
    focusFirstError(detail.target);
  });
}
