/** Several professionals in a call, a call that is parked, and who waits meanwhile. */
export const svTogether = {
  // Somebody waits while one is in a call
  knocksWaitingFor: (waiting: number, minutes: string) => `${waiting === 1 ? 'En väntar' : `${waiting} väntar`} · ${minutes}`,
  knockFrom: (reason: string, unit: string) => `${reason} · ${unit}`,
  knockLine: (reason: string, unit: string, minutes: string) => `${reason} · ${unit} · ${minutes}`,
  knockUnderMinute: 'under 1 min',
  knocksHeading: 'Väntar på dig',
  knocksNone: 'Ingen väntar längre.',
  knockAnswer: 'Svara med en färdig mening:',
  knockSoon: 'Jag är i ett samtal, jag kommer om några minuter.',
  knockLater: 'Jag är i ett samtal som dröjer. Jag kommer så fort jag kan.',
  knockRing: 'Jag är i ett samtal. Ring oss om det är bråttom.',
  knockWorse: 'Jag är i ett samtal. Vid livshotande tillstånd: ring 112 från en telefon.',
  knockSending: 'Skickas …',
  knockSent: 'Skickat.',
  knockFailed: 'Kom inte fram. Försök igen.',

  // An emergency in another call
  acuteElsewhere: (count: number, minutes: string) => `${count === 1 ? 'Akut' : `Akut i ${count} samtal`} · ${minutes}`,
  acuteFrom: (unit: string) => `Ett annat samtal · ${unit}`,
  acuteElsewhereHeading: 'Akut i ett annat samtal',
  acuteElsewhereLine: (unit: string, minutes: string) => `${unit} · ${minutes}`,
  acuteElsewhereExplained: 'Vem det gäller, var patienten är och numret dit står i Min dag. Ditt samtal fortsätter medan du läser.',
  openDay: 'Öppna Min dag i ett nytt fönster',

  // A day whose sign-in has timed out
  lockedWaits: 'Någon väntar – lås upp',
  lockedSilent: 'Härifrån hörs det inte längre om någon väntar. Logga in igen.',

  // Parking
  park: 'Parkera samtalet',
  parkShort: 'Parkera',
  parkExplained: 'Parkera är att gå ifrån en stund: de andra är kvar och läser att du kommer snart. Ljud och bild skickas inte så länge.',
  parkingNow: 'Parkerar …',
  parkToDay: 'Parkera samtalet och gå till Min dag',
  parkedHeading: 'Samtalet är parkerat',
  parkedExplained: 'Återuppta det från Min dag.',
  parkedFor: (name: string) =>
    `${name} kommer snart tillbaka. Samtalet är pausat. Ljud och bild skickas inte så länge. Blir det bråttom, ring:`,
  parkedOwn: 'Skickas inte nu',
  parkedShort: 'Samtalet är pausat',
  goesOnAgain: 'Samtalet går vidare.',
  comesBack: 'Kommer snart tillbaka',

  // Colleagues
  colleagues: 'Kollegor',
  colleaguesHeading: 'Ta in en kollega',
  colleagueUnit: 'Enhet',
  colleaguesLoading: 'Hämtar …',
  colleaguesFailed: 'Kollegorna kunde inte hämtas. Försök igen.',
  colleaguesNone: 'Ingen legitimerad arbetar här i dag. Välj en annan enhet.',
  onDutyNow: 'I tjänst',
  inCallNow: 'I ett annat samtal',
  askIn: 'Be komma in',
  askTakeOver: 'Be ta över',
  askFailed: 'Frågan kom inte fram. Försök igen, eller välj någon annan.',
  askedHeading: 'Tillfrågade',
  askedWaits: (name: string, unit: string) => `${name}, ${unit}: väntar på svar`,
  askedTakeOverWaits: (name: string, unit: string) => `${name}, ${unit}: väntar på svar om att ta över`,
  askedNotNow: (name: string, unit: string) => `${name}, ${unit}: kan inte nu`,
  askNoLonger: 'Ta tillbaka frågan',

  // Guests with a link of their own
  guests: 'Gäster',
  wantsIn: (name: string) => `${name} vill komma in.`,
  waitsToComeIn: 'Väntar på att bli insläppt',
  letIn: 'Släpp in',
  vouchFor: (name: string) => `Intyga vem ${name} är`,
  vouchExplained: 'Hur vet du det?',
  ID_DOCUMENT: 'Visade en id-handling',
  KNOWN: 'Jag känner igen personen',
  QUESTIONS: 'Svarade rätt på kontrollfrågor',
  vouchedForBy: (name: string) => `intygad av ${name}`,

  // Handing over
  handOverTo: (name: string) => `Lämna över samtalet till ${name}`,
  handOverAsked: (name: string) => `${name} har fått frågan om att ta över. Du håller i samtalet tills svaret är ja.`,
  handOverKeep: 'Behåll samtalet',
  handOverOffer: (name: string) => `${name} vill lämna över samtalet till dig`,
  handOverExplained: 'Tar du över håller du i samtalet, och anteckningen skrivs av dig.',
  handOverTake: 'Ta över',
  handOverNotNow: 'Inte nu',
  leadsNow: 'Du håller i samtalet nu.',
  cannotBeDone: 'Det gick inte. Den andra kan ha lämnat samtalet, eller så har du för många parkerade samtal.',
};
