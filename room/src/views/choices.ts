import type { Scope } from '../base/scope';
import type { Choice, DeviceKind, DevicesState } from '../call/device-state';
import type { RoomContext } from './context';
import { button, h, show } from './dom';

interface ChoiceInputs {
  kind: DeviceKind;
  label: string;
  unnamed: (number: number) => string;
  read: (state: DevicesState) => { choices: readonly Choice[]; track: MediaStreamTrack | null };
}

function choiceField(scope: Scope, { call, words, aloud }: RoomContext, inputs: ChoiceInputs): HTMLElement {
  const id = `choose-${inputs.kind}-${Math.random().toString(36).slice(2, 8)}`;
  const select = h('select', { id, class: 'ds-input', 'data-choice': inputs.kind });
  const field = h('div', { class: 'device-choice' }, h('label', { for: id }, inputs.label), select);
  let drawn = '';
  call.devices.state.follow(scope, (state) => {
    const { choices, track } = inputs.read(state);
    const signature = JSON.stringify(choices);
    if (signature !== drawn) {
      drawn = signature;
      select.replaceChildren(
        ...choices.map(({ id: value, label }, index) => h('option', { value }, label || inputs.unnamed(index + 1))),
      );
    }
    const used = track?.getSettings().deviceId;
    if (used !== undefined && document.activeElement !== select) select.value = used;
    show(field, choices.length > 1);
  });
  scope.listen(select, 'change', () => {
    void call.devices.actions.choose(inputs.kind, select.value).then((changed) => {
      if (!changed) aloud.say(words.changeFailed);
    });
  });
  return field;
}

/** Another microphone or camera; shown only where there is a choice. */
export function choicesView(scope: Scope, context: RoomContext): HTMLElement {
  const { words } = context;
  return h(
    'div',
    { class: 'device-choices' },
    choiceField(scope, context, {
      kind: 'camera',
      label: words.chooseCamera,
      unnamed: words.unnamedCamera,
      read: ({ cameras, video }) => ({ choices: cameras, track: video }),
    }),
    choiceField(scope, context, {
      kind: 'microphone',
      label: words.chooseMicrophone,
      unnamed: words.unnamedMicrophone,
      read: ({ microphones, audio }) => ({ choices: microphones, track: audio }),
    }),
  );
}

/** Front and back camera, or one and the other, in one tap where there are two. */
export function flipButton(scope: Scope, { call, words, aloud }: RoomContext): HTMLElement {
  const flip = button(scope, { 'data-variant': 'secondary', 'data-action': 'flip-camera' }, words.rearCamera, () => {
    void call.devices.actions.flip().then((changed) => {
      if (!changed) aloud.say(words.changeFailed);
    });
  });
  call.devices.state.follow(scope, ({ cameras, rear, video }) => {
    show(flip, video !== null && cameras.length > 1);
    const front = video?.getSettings().facingMode === 'user';
    flip.textContent = rear ? words.frontCamera : front ? words.rearCamera : words.otherCamera;
  });
  return flip;
}
