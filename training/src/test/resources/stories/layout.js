// Runs in WebKit as the body of a function: what is wrong with how the page is laid out, one sentence each.
const wide = innerWidth, wrong = [];
const styleOf = (element) => getComputedStyle(element);
const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getBoundingClientRect().width > 1
  && !element.closest('.visually-hidden, .ds-skip-link');
const called = (element) => `${element.localName}${element.id ? `#${element.id}` : ''} "${(element.textContent || element.name || '').trim().slice(0, 30)}"`;
const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);

if (document.documentElement.scrollWidth > wide) {
  const beyond = all('main *').filter((element) => element.getBoundingClientRect().right > wide + 0.5 && element.childElementCount === 0);
  wrong.push(`the page is ${document.documentElement.scrollWidth} wide: ${beyond.slice(0, 3).map(called).join(', ')}`);
}
const headings = [...document.querySelectorAll('main h1')];
if (headings.length !== 1) wrong.push(`${headings.length} main headings`);

const buttons = all('button, a.ds-button, summary, .way');
const fields = all('input:not([type=hidden]), select, textarea');
for (const element of [...all('main h1, h2'), ...buttons, ...fields]) {
  const { left, right } = element.getBoundingClientRect();
  if (left < -0.5 || right > wide + 0.5) wrong.push(`${called(element)} is outside`);
}
for (const [index, one] of buttons.entries()) {
  const a = one.getBoundingClientRect();
  if (a.height < 24) wrong.push(`${called(one)} is ${a.height} high`);
  for (const other of buttons.slice(index + 1)) {
    if (one.contains(other) || other.contains(one)) continue;
    const b = other.getBoundingClientRect();
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (across > 1 && down > 1) wrong.push(`${called(one)} lies on ${called(other)}`);
  }
}

for (const field of fields) {
  if (field.disabled) continue;
  field.focus();
  if (document.activeElement !== field) wrong.push(`${called(field)} takes no focus`);
  if (field.matches('[type=radio], [type=checkbox], [type=range]')) continue;
  const { width, height } = field.getBoundingClientRect();
  if (width < 40 || height < 40) wrong.push(`${called(field)} is ${width} by ${height}`);
  // Below this an iPad zooms in on the field, and the page with it.
  if (parseFloat(styleOf(field).fontSize) < 16) wrong.push(`${called(field)} is written in ${styleOf(field).fontSize}`);
}

const body = styleOf(document.body);
if (!body.fontFamily.includes('Inter')) wrong.push(`the type is ${body.fontFamily}`);
if (![...document.fonts].some(({ family, status }) => family.includes('Inter') && status === 'loaded')) wrong.push('Inter has not been loaded');
const ground = [document.body, document.documentElement].map((element) => styleOf(element).backgroundColor).find((colour) => colour !== 'rgba(0, 0, 0, 0)');
if (!ground || ground === body.color) wrong.push(`the page is ${ground} under ${body.color}`);
for (const name of ['--ds-color-neutral-text-default', '--ds-color-accent-base-default', '--ds-size-4']) {
  if (body.getPropertyValue(name).trim() === '') wrong.push(`${name} says nothing`);
}
for (const button of all('a.ds-button:not([data-variant]), button.ds-button:not([data-variant])')) {
  if (styleOf(button).backgroundColor === 'rgba(0, 0, 0, 0)') wrong.push(`${called(button)} has no colour`);
}
return wrong;
