/** What the page says about the call before any socket is open (`<script type="application/json" id="call">`). */
export interface Settings {
  role: 'care-worker' | 'professional';
  ticketUrl: string;
  /** Where pictures of the call are sent to and fetched from. */
  pictureUrl: string;
  /** Whose call it is, for a professional. */
  patientUrl: string;
  /** Where a care worker goes afterwards. */
  goodbyeUrl: string;
  /** Where a professional goes afterwards. */
  dayUrl: string;
  phone: string | null;
  unit: string;
  locale: string;
}

export function readSettings(page: Document): Settings | null {
  const text = page.getElementById('call')?.textContent;
  if (!text) return null;
  const given = JSON.parse(text) as Partial<Settings>;
  const professional = given.role === 'professional';
  const ticketUrl = given.ticketUrl ?? '/samtal/biljett';
  return {
    role: professional ? 'professional' : 'care-worker',
    ticketUrl,
    pictureUrl: ticketUrl.replace(/biljett$/, 'bild'),
    patientUrl: ticketUrl.replace(/biljett$/, 'patient'),
    goodbyeUrl: given.goodbyeUrl ?? '/hej-da',
    dayUrl: given.dayUrl ?? '/min-dag',
    phone: given.phone ?? null,
    unit: given.unit ?? '',
    locale: given.locale ?? (page.documentElement.lang || 'sv'),
  };
}

/** What the page of a professional would have said, when the day became the room in place. */
export const settingsInPlace = (meeting: string, locale: string): Settings => ({
  role: 'professional',
  ticketUrl: `/samtal/${meeting}/biljett`,
  pictureUrl: `/samtal/${meeting}/bild`,
  patientUrl: `/samtal/${meeting}/patient`,
  goodbyeUrl: '/min-dag',
  dayUrl: '/min-dag',
  phone: null,
  unit: '',
  locale,
});
