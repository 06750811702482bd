import type { Scope } from '../base/scope';

/** What stands in another form of the page comes along with the one that is sent, so that it is not lost: `data-brings` names it. */
export function bringAlong(scope: Scope, page: Document): void {
  scope.listen(page, 'formdata', (event) => {
    const { target, formData } = event as FormDataEvent;
    const name = target instanceof HTMLFormElement ? target.dataset['brings'] : undefined;
    const other = name === undefined ? null : page.getElementById(name);
    for (const area of other?.querySelectorAll('textarea') ?? []) formData.append(area.name, area.value);
  });
}
