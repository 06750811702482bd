/** The time of day in Sweden, whatever the device believes. */
export const clock = (at: string, locale: string): string =>
  new Date(at).toLocaleTimeString(locale === 'en' ? 'en-GB' : 'sv-SE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Stockholm' });
