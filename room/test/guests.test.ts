import { describe, expect, it } from 'vitest';
import { isGuestsPage, knownAs, silences } from '../src/views/people';
import { sv } from '../src/words/sv';
import { person } from './fakes';

const patient = person({ id: 'tolvan', name: 'Tolvan Tolvansson', role: 'PATIENT', title: null, identification: 'ONE_TIME_CODE' });

describe('patients and relatives with a link of their own', () => {
  it('are shown by how we know them, and never as more', () => {
    expect(knownAs(sv, patient)).toBe('Patient · engångskod');
    expect(knownAs(sv, { ...patient, role: 'RELATIVE', identification: 'E_ID' })).toBe('Anhörig · e-legitimation');
    expect(knownAs(sv, { ...patient, identification: 'VOUCHED_FOR', vouchedBy: 'Noor Sandgren' })).toBe('Patient · intygad av Noor Sandgren');
  });

  it('are said to wait when they come late, not to be away', () => {
    expect(silences(sv, { ...patient, waiting: true, present: false })).toEqual([sv.waitsToComeIn]);
  });

  it('have a page of their own only where nobody of the staff sits beside them', () => {
    const nurse = person();
    expect(isGuestsPage([nurse, { ...patient, self: true }])).toBe(true);
    expect(isGuestsPage([nurse, { ...patient, self: true, role: 'RELATIVE' }])).toBe(true);
    expect(isGuestsPage([nurse, { ...patient, self: true }, person({ role: 'CARE_WORKER', self: true })])).toBe(false);
    expect(isGuestsPage([{ ...nurse, self: true }, patient])).toBe(false);
    expect(isGuestsPage([])).toBe(false);
  });
});
