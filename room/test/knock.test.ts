import { describe, expect, it } from 'vitest';
import { ringsSince } from '../src/day/knock';
import type { Row } from '../src/day/rows';

const row = (since: number, taken = false, sound: Row['sound'] = 'on-duty'): Row => ({ id: String(since), since, taken, sound });

describe('the knock', () => {
  it('sounds from when the first one began to wait', () => {
    expect(ringsSince([row(2000), row(1000), row(3000)], true)).toBe(1000);
  });

  it('is silent for those whom somebody has taken, and when nobody waits', () => {
    expect(ringsSince([row(1000, true), row(2000)], true)).toBe(2000);
    expect(ringsSince([row(1000, true)], true)).toBeNull();
    expect(ringsSince([], true)).toBeNull();
  });

  it('is silent for now where the call is agreed with somebody else', () => {
    expect(ringsSince([row(1000, false, 'none'), row(2000)], true)).toBe(2000);
    expect(ringsSince([row(1000, false, 'none')], true)).toBeNull();
  });

  it('is heard off duty too when cover is sought', () => {
    expect(ringsSince([row(1000), row(2000, false, 'always')], false)).toBe(2000);
    expect(ringsSince([row(1000, true, 'always')], false)).toBeNull();
  });

  it('is silent off duty, whoever waits', () => {
    expect(ringsSince([row(1000)], false)).toBeNull();
  });
});
