import type { Scope } from '../base/scope';
import { setText } from '../views/dom';
import { wordsFor, type Words } from '../words';

const EVERY = 20_000;

/** How long until now, in the words the server uses: `under 1 min`, `4 min`, `2 tim 5 min`. */
export function lasted(words: Words, milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 1) return words.lastedUnder;
  return minutes < 60 ? words.minutes(minutes) : words.lastedHours(Math.floor(minutes / 60), minutes % 60);
}

/** Times that say how long something has lasted go on counting. */
export function keepTimes(scope: Scope, page: Document): void {
  const words = wordsFor(page.documentElement.lang);
  scope.every(EVERY, () => {
    for (const time of page.querySelectorAll<HTMLTimeElement>('time[data-kind="lasted"]')) {
      setText(time, lasted(words, Date.now() - Date.parse(time.dateTime)));
    }
  });
}
