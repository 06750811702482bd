import { en } from './en';
import { sv, type Words } from './sv';

export type { Words };

/** Swedish unless the page says English. */
export const wordsFor = (language: string): Words => (language.toLowerCase().startsWith('en') ? en : sv);
