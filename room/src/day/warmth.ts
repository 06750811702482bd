import type { Scope } from '../base/scope';
import { callConstraints } from '../call/device-state';
import { prepareSending, type Prepared } from '../call/sending';
import { h } from '../views/dom';
import type { Words } from '../words';

/** What is ready before the press. */
export interface Warm {
  stream: Promise<MediaStream | null>;
  prepared: Prepared;
}

export interface Warmth {
  warm: (on: boolean) => void;
  /** Hands over what is warm; from then on it belongs to the room. */
  take: () => Warm | null;
}

/** A camera that was turned on for nothing is turned off again. */
const COOL_AFTER = 120_000;

/** While the professional reads the row and ticks the box, camera, media connection and the room's script get ready; and the page says so. */
export function createWarmth(scope: Scope, { words }: { words: Words }): Warmth {
  let warm: Warm | null = null;
  let forget = (): void => undefined;
  const line = h('p', { class: 'camera-ready', role: 'status' });
  document.getElementById('waiting')?.before(line);

  function cool(): void {
    forget();
    line.textContent = '';
    const old = warm;
    warm = null;
    if (!old) return;
    old.prepared.peer.close();
    void old.stream.then((stream) => stream?.getTracks().forEach((track) => { track.stop(); }));
  }

  function start(): void {
    if (warm) return;
    void import('../call');
    const media = (navigator as Partial<Pick<Navigator, 'mediaDevices'>>).mediaDevices;
    const stream = media ? media.getUserMedia(callConstraints).catch(() => null) : Promise.resolve(null);
    const mine: Warm = { stream, prepared: prepareSending((configuration) => new RTCPeerConnection(configuration)) };
    warm = mine;
    void stream.then((opened) => {
      if (warm !== mine || !opened) return;
      const [audio] = opened.getAudioTracks();
      const [video] = opened.getVideoTracks();
      if (audio) mine.prepared.put('audio', audio);
      if (video) mine.prepared.put('video', video);
      line.textContent = words.cameraReady;
    });
    forget = scope.after(COOL_AFTER, cool);
  }

  scope.onEnd(() => {
    cool();
    line.remove();
  });
  return {
    warm(on) {
      if (on) start();
      else cool();
    },
    take() {
      start();
      const taken = warm;
      warm = null;
      forget();
      line.textContent = '';
      return taken;
    },
  };
}
