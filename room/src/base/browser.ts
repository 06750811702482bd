/** Only telephones can dial: an iPad says Macintosh or iPad, an Android tablet leaves out Mobile. */
export function isTelephone(userAgent: string): boolean {
  return /iPhone|iPod/.test(userAgent) || (userAgent.includes('Android') && userAgent.includes('Mobile'));
}

/** Safari on a touch screen, where permissions are given in another place. */
export function isAppleTouch(userAgent: string, touchPoints: number): boolean {
  return /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && touchPoints > 1);
}

/** Stops the picture of a page that is not in view. */
export function isHandheld(userAgent: string, touchPoints: number): boolean {
  return userAgent.includes('Android') || isAppleTouch(userAgent, touchPoints);
}

export function csrfToken(page: Document): string {
  return page.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content ?? '';
}

export function telUri(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`;
}

/** Whether this document was loaded again in the same tab, and so has lost its camera. */
export function wasReloaded(timing: Performance): boolean {
  const [navigation] = timing.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'reload' || navigation?.type === 'back_forward';
}

export async function permissionOf(kind: 'microphone' | 'camera'): Promise<PermissionState | 'unknown'> {
  try {
    return (await navigator.permissions.query({ name: kind })).state;
  } catch {
    return 'unknown';
  }
}

/** A random key also where the address is not secure and `randomUUID` is missing. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));
  hex[6] = `4${(hex[6] ?? '').slice(1)}`;
  hex[8] = `8${(hex[8] ?? '').slice(1)}`;
  const text = hex.join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}

/** A short shake where the device can, and only after somebody has touched the page: before that browsers complain. */
export function shake(pattern: number[]): void {
  const { vibrate, userActivation } = navigator as Partial<Pick<Navigator, 'vibrate' | 'userActivation'>>;
  if (userActivation?.hasBeenActive) vibrate?.call(navigator, pattern);
}
