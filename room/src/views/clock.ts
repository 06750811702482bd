/** The time of day in Sweden, whatever the device believes: 14.30, in English 14:30. */
export function clock(at: string, locale: string): string {
  const english = locale === 'en';
  const time = new Date(at).toLocaleTimeString(english ? 'en-GB' : 'sv-SE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Stockholm' });
  return english ? time : time.replace(':', '.');
}
