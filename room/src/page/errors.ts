const SUMMARY = '.error-summary, .ds-error-summary, ds-error-summary';
const FIELD = '[aria-invalid="true"]:not([type="hidden"])';

/** After a form came back with errors, the reader starts at the summary, else at the first field that is wrong. */
export function focusFirstError(part: ParentNode): void {
  const summary = part.querySelector<HTMLElement>(SUMMARY);
  if (summary && !summary.hasAttribute('tabindex')) summary.tabIndex = -1;
  (summary ?? part.querySelector<HTMLElement>(FIELD))?.focus();
}
