import { csrfToken } from '../base/browser';
import type { Call } from './call';
import type { Quality } from './quality';

export const DISTURBANCES = ['SOUND', 'PICTURE', 'CANNOT_GET_IN', 'SLOW', 'OTHER'] as const;
export type DisturbanceKind = (typeof DISTURBANCES)[number];

/** The technique as the room knows it just now: words and numbers, and nothing of who is here. */
export function technique(call: Call, quality: Quality): Record<string, string> {
  const { screen: stage, media } = call.state.get();
  const { camera, microphone } = call.devices.state.get();
  return {
    page: stage.kind === 'room' ? 'room' : 'waiting',
    screen: `${screen.width}x${screen.height}`,
    camera,
    microphone,
    connection: quality,
    media,
  };
}

/** What to try, in order; null when the report did not arrive. */
export async function report(kind: DisturbanceKind, seen: Record<string, string>): Promise<readonly string[] | null> {
  try {
    const answer = await fetch('/fungerar-inte', {
      method: 'POST',
      headers: { Accept: 'application/json', 'X-CSRF-TOKEN': csrfToken(document) },
      body: new URLSearchParams({ ...seen, kind }),
    });
    return answer.ok ? ((await answer.json()) as { tips: string[] }).tips : null;
  } catch {
    return null;
  }
}
