import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from '../src/words/en';
import { sv } from '../src/words/sv';
import { wordsFor } from '../src/words';

type Text = string | ((...given: never[]) => string);
const swedish = sv as Record<string, Text>;
const english = en as Record<string, Text>;

const empty = (texts: Record<string, Text>): string[] =>
  Object.entries(texts)
    .filter(([, text]) => typeof text === 'string' && text.trim() === '')
    .map(([key]) => key);

/** Words that are spelt alike in both languages. */
const alike = ['minutes', 'dayTitle', 'rolePatient', 'lastedUnder'];

/** Read by the value of a field, so not found by name. */
const byValue = [
  'NURSE', 'DISTRICT_NURSE', 'PHYSIOTHERAPIST', 'OCCUPATIONAL_THERAPIST', 'PHYSICIAN', 'ASSISTANT_NURSE', 'CARE_ASSISTANT', 'ADMINISTRATOR',
 'SITHS', 'E_ID', 'ONE_TIME_CODE', 'VOUCHED_FOR', 'PHONE_ONLY', 'NOT_IDENTIFIED',
  'ID_DOCUMENT', 'KNOWN', 'QUESTIONS',
  'SOUND', 'PICTURE', 'CANNOT_GET_IN', 'SLOW', 'OTHER',
  'address', 'floor', 'doorCode', 'room'];

describe('the words', () => {
  it('are the same set in Swedish and in English', () => {
    const missing = Object.keys(swedish).filter((key) => !(key in english));
    const superfluous = Object.keys(english).filter((key) => !(key in swedish));
    expect({ missing, superfluous }).toEqual({ missing: [], superfluous: [] });
  });

  it('are never empty', () => {
    expect([...empty(swedish), ...empty(english)]).toEqual([]);
  });

  it('take the same values in both', () => {
    const differing = Object.keys(swedish).filter((key) => {
      const [one, other] = [swedish[key], english[key]];
      return typeof one !== typeof other || (typeof one === 'function' && typeof other === 'function' && one.length !== other.length);
    });
    expect(differing).toEqual([]);
  });

  it('have really been translated', () => {
    const same = Object.keys(swedish).filter((key) => !alike.includes(key) && String(swedish[key]) === String(english[key]));
    expect(same).toEqual([]);
  });

  it('are all used', () => {
    const folder = new URL('../src/', import.meta.url);
    const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.startsWith('words'))
      .map((path) => readFileSync(new URL(path, folder), 'utf8'))
      .join('\n');
    const unused = Object.keys(swedish).filter((key) => !byValue.includes(key) && !new RegExp(`words\\.${key}\\b`).test(code));
    expect(unused).toEqual([]);
  });

  it('are Swedish unless the page says English', () => {
    expect([wordsFor('sv'), wordsFor(''), wordsFor('en-GB')]).toEqual([sv, sv, en]);
  });
});
