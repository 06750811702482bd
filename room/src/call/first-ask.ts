/**
 * When to ask for camera and microphone: at once on the way in; after a reload only when the browser will not put a question that nobody expects,
 * and never without a word about why.
 */
type FirstAsk = 'ask' | 'say-and-ask' | 'wait-for-press';

export function firstAsk(reloaded: boolean, permissions: readonly (PermissionState | 'unknown')[]): FirstAsk {
  if (!reloaded) return 'ask';
  return permissions.every((permission) => permission === 'granted') ? 'say-and-ask' : 'wait-for-press';
}
