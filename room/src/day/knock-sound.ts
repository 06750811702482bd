import type { Scope } from '../base/scope';
import { createStore, type Readable } from '../base/store';

export interface KnockSound {
  /** False while the browser will not let the page sound before a press. */
  allowed: Readable<boolean>;
  /** From when somebody has waited (milliseconds since 1970), or null when nobody does. */
  ring: (since: number | null) => void;
  volume: (value: number) => void;
  /** Called from a press: the only moment at which the browser gives the sound back. */
  unlock: () => void;
  /** Once, to hear how loud it is. */
  sample: () => void;
}

/**
 * Any press gives the sound back, when it is done: at its beginning, what says that the sound is off would go away under it, the
 * page would move, and the press would hit nothing.
 */
export function unlockByPress(scope: Scope, page: EventTarget, sound: Pick<KnockSound, 'unlock'>): void {
  for (const type of ['click', 'keydown']) scope.listen(page, type, sound.unlock, { capture: true });
}

const REPEAT = 10;
const LOUDER_AFTER = 60;
const SOFT = 0.45;
const NOTES = [
  { at: 0, hertz: 587.33 },
  { at: 0.28, hertz: 783.99 },
];
const NOTE_LENGTH = 0.9;

/** Two soft notes and then silence, ten seconds in all, to be looped: the loop runs on the sound card's clock, so it works in a hidden tab. */
function notes(context: BaseAudioContext): AudioBuffer {
  const rate = context.sampleRate;
  const buffer = context.createBuffer(1, REPEAT * rate, rate);
  const samples = buffer.getChannelData(0);
  for (const { at, hertz } of NOTES) {
    const first = Math.round(at * rate);
    for (let index = 0; index < NOTE_LENGTH * rate; index += 1) {
      const time = index / rate;
      const swell = Math.min(1, time / 0.02) * Math.exp(-4 * time);
      const tone = Math.sin(2 * Math.PI * hertz * time) + 0.25 * Math.sin(4 * Math.PI * hertz * time);
      samples[first + index] = (samples[first + index] ?? 0) + 0.5 * swell * tone;
    }
  }
  return buffer;
}

/** The sound of a knock. Nothing here is timed by the page: when to repeat and when to get louder is left to the sound card. */
export function createKnockSound(scope: Scope, newContext: () => AudioContext, now: () => number): KnockSound {
  const context = newContext();
  const master = context.createGain();
  master.connect(context.destination);
  const buffer = notes(context);
  const allowed = createStore(context.state === 'running');
  let playing: { source: AudioBufferSourceNode; gain: GainNode; since: number } | null = null;

  const unlock = (): void => {
    void context.resume().catch(() => undefined);
  };

  function silence(): void {
    if (!playing) return;
    playing.source.stop();
    playing.source.disconnect();
    playing.gain.disconnect();
    playing = null;
  }

  function ring(since: number | null): void {
    if (since === null) {
      silence();
      return;
    }
    if (playing?.since === since) return;
    const source = new AudioBufferSourceNode(context, { buffer, loop: true });
    const louderIn = Math.max(0, LOUDER_AFTER - (now() - since) / 1000);
    const gain = new GainNode(context, { gain: louderIn === 0 ? 1 : SOFT });
    if (louderIn > 0) gain.gain.setValueAtTime(1, context.currentTime + louderIn);
    source.connect(gain).connect(master);
    const isFirst = playing === null;
    // One more who waits must not start the notes over; only the loudness follows the one who has waited longest.
    const offset = isFirst ? 0 : REPEAT / 2;
    silence();
    source.start(0, offset);
    playing = { source, gain, since };
  }

  scope.listen(context, 'statechange', () => {
    allowed.set(context.state === 'running');
  });
  scope.onEnd(() => {
    silence();
    void context.close();
  });
  unlock();
  const volume = (value: number): void => {
    master.gain.setTargetAtTime(Math.max(0, Math.min(1, value)), context.currentTime, 0.02);
  };
  const sample = (): void => {
    unlock();
    const source = new AudioBufferSourceNode(context, { buffer });
    source.connect(master);
    source.start(0, 0, 1.5);
  };
  return { allowed, ring, unlock, volume, sample };
}
