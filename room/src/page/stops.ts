import type { Scope } from '../base/scope';

const EVERY = 60_000;
const ADDRESS = '/driftmeddelande';

/** What is announced of planned stops is kept up to date for as long as a page is open; what stays the same is not read out again. */
export function renewStops(scope: Scope, page: Document): void {
  const place = page.querySelector('[data-stops]');
  if (!place) return;
  const renew = async (): Promise<void> => {
    const html = await asked();
    if (scope.ended || html === null) return;
    const fresh = new DOMParser().parseFromString(html, 'text/html').body;
    if (words(fresh) === words(place)) return;
    place.replaceChildren(...fresh.childNodes);
    // The call measures how much room there is below the banners.
    page.defaultView?.dispatchEvent(new Event('resize'));
  };
  scope.every(EVERY, () => void renew());
}

const words = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();

/** Null when the server cannot be reached or has something else to say. */
async function asked(): Promise<string | null> {
  try {
    const answer = await fetch(ADDRESS, { headers: { Accept: 'text/html' }, redirect: 'error' });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}
