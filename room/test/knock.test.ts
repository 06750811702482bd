import { describe, expect, it } from 'vitest';
import { createScope } from '../src/base/scope';
import { ringsSince } from '../src/day/knock';
import { unlockByPress } from '../src/day/knock-sound';
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

describe('a press that gives the sound back', () => {
  it('does so when it is done, so that nothing moves under it', () => {
    const page = new EventTarget();
    let unlocked = 0;
    unlockByPress(createScope(), page, { unlock: () => { unlocked += 1; } });
    for (const type of ['pointerdown', 'mousedown', 'touchstart', 'pointerup', 'mouseup']) page.dispatchEvent(new Event(type));
    expect(unlocked).toBe(0);
    page.dispatchEvent(new Event('click'));
    expect(unlocked).toBe(1);
    page.dispatchEvent(new Event('keydown'));
    expect(unlocked).toBe(2);
  });
});
