import type { Store } from '../base/store';
import type { Call } from '../call/call';
import type { Knocks } from '../call/knocks';
import type { Quality } from '../call/quality';
import type { Settings } from '../call/settings';
import type { Readable } from '../base/store';
import type { Words } from '../words';
import type { Aloud } from './aloud';

/** What every view of the call may look at. */
export interface RoomContext {
  call: Call;
  settings: Settings;
  words: Words;
  aloud: Aloud;
  quality: Readable<Quality>;
  /** What is said while the devices are turned on again without a press: after a reload, or when the system had ended them. */
  turnsOnAgain: Store<string | null>;
  /** True after a reload, until somebody has pressed the button that turns the devices on. */
  waitsForPress: Store<boolean>;
  /** True while the browser will not play sound before somebody presses. */
  soundBlocked: Store<boolean>;
  /** Who waits meanwhile; for professionals only. */
  knocks: Knocks | null;
  telephone: boolean;
  appleTouch: boolean;
}
