import { describe, expect, it } from 'vitest';
import { screenKinds, type Screen } from '../src/call/screens';
import { titleOf } from '../src/views/title';
import { sv } from '../src/words/sv';

const unit = { name: 'Sjuksköterskor natt', phone: '+46406280402' };
const refusal = { outcome: 'HOME_VISIT', reasonCode: 'unsafe', message: 'Jag kommer 22.30', by: 'Noor Sandgren' };
const screens: Record<Screen['kind'], Screen> = {
  joining: { kind: 'joining' },
  waiting: { kind: 'waiting', unit, place: 1, since: null, steps: [] },
  room: { kind: 'room', startedAt: null, mayEndForAll: false },
  refused: { kind: 'refused', unit, refusal },
  ended: { kind: 'ended', by: 'Noor Sandgren' },
  left: { kind: 'left' },
  closed: { kind: 'closed', reason: 'expired' },
};
const settings = { role: 'care-worker' as const, pictureUrl: '/samtal/bild', patientUrl: '/samtal/patient', ticketUrl: '', goodbyeUrl: '', dayUrl: '', phone: null, unit: '', locale: 'sv' };

describe('the title of the document', () => {
  const titles = screenKinds.map((kind) => titleOf(screens[kind], { words: sv, settings }));

  it('is another on every screen, so that a change is heard and seen beside other tabs', () => {
    expect(new Set(titles).size).toBe(screenKinds.length);
  });

  it('names nobody, since titles stay in the history of a shared device', () => {
    expect(titles.join()).not.toMatch(/Noor|Sandgren/);
  });
});
