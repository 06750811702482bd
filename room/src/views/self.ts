import type { Scope } from '../base/scope';
import type { RoomContext } from './context';
import { h, setAttribute, setText, show } from './dom';
import { deviceWord } from './controls';

/** One's own picture: large while waiting, small in the room, mirrored only from the front. */
export function selfView(scope: Scope, { call, words }: RoomContext): HTMLElement {
  const video = h('video', { autoplay: true, playsinline: true, class: 'self-video' });
  video.muted = true;
  const still = h('p', { class: 'self-still' });
  const figure = h('figure', { class: 'call-self', 'aria-label': words.preview, 'data-self': true }, video, still);
  let shown: MediaStreamTrack | null = null;
  const draw = (): void => {
    const { video: track, camera, microphone, rear } = call.devices.state.get();
    const parked = call.together.state.get().parkedBy !== null;
    if (track !== shown) {
      shown = track;
      video.srcObject = track ? new MediaStream([track]) : null;
    }
    setAttribute(figure, 'data-camera', camera);
    setAttribute(figure, 'data-microphone', microphone);
    setAttribute(figure, 'data-rear', rear);
    setText(still, parked && camera === 'on' ? words.parkedOwn : deviceWord(words, 'camera', camera));
    show(still, parked || camera !== 'on');
  };
  call.devices.state.follow(scope, draw);
  call.together.state.follow(scope, draw);
  scope.onEnd(() => {
    video.srcObject = null;
  });
  return figure;
}
