import { describe, expect, it } from 'vitest';
import { ringsSince } from '../src/day/knock';

describe('an emergency on the day', () => {
  it('sounds before those who wait, until it has been seen', () => {
    const waits = { id: 'w', since: 5000, taken: false, sound: 'on-duty' as const };
    const acute = { id: 'acute-1', since: 1000, taken: false, sound: 'on-duty' as const };
    expect(ringsSince([acute, waits], true)).toBe(1000);
    expect(ringsSince([{ ...acute, taken: true }, waits], true)).toBe(5000);
  });
});
