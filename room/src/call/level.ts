import type { Scope } from '../base/scope';
import { createStore, type Readable } from '../base/store';
import type { Peers } from './peers';

const EVERY = 150;

/** How loud the microphone is, 0 to 1. Read from the sending connection where it tells, else measured here. */
export function createLevel(scope: Scope, inputs: { peers: Peers; track: () => MediaStreamTrack | null }): Readable<number> {
  const level = createStore(0);
  const measure = createMeasure(scope);

  async function read(): Promise<void> {
    const track = inputs.track();
    if (!track?.enabled) {
      level.set(0);
      return;
    }
    level.set((await fromStatistics(inputs.peers)) ?? measure(track) ?? 0);
  }

  scope.every(EVERY, () => {
    void read().catch(() => undefined);
  });
  return level;
}

async function fromStatistics(peers: Peers): Promise<number | null> {
  const { sending } = peers.connections();
  if (sending?.connectionState !== 'connected') return null;
  for (const report of (await sending.getStats()).values() as Iterable<Record<string, unknown>>) {
    if (report['type'] === 'media-source' && typeof report['audioLevel'] === 'number') return report['audioLevel'];
  }
  return null;
}

function createMeasure(scope: Scope): (track: MediaStreamTrack) => number | null {
  let context: AudioContext | null = null;
  let measured: MediaStreamTrack | null = null;
  let analyser: AnalyserNode | null = null;
  scope.onEnd(() => void context?.close());
  return (track) => {
    context ??= new AudioContext();
    if (context.state !== 'running') void context.resume();
    if (measured !== track) {
      analyser?.disconnect();
      analyser = context.createAnalyser();
      context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
      measured = track;
    }
    if (context.state !== 'running' || !analyser) return null;
    const samples = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(samples);
    return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
  };
}
