import type { Scope } from '../base/scope';

type Child = Node | string | null;
type Attributes = Record<string, string | number | boolean | null | undefined>;

/** Makes an element. True means an attribute without value, false, null and undefined none. Text is always text. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Writes an attribute only when it differs, so that nothing is announced or restarted in vain. */
export function setAttribute(element: Element, name: string, value: Attributes[string]): void {
  if (value === null || value === undefined || value === false) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
    return;
  }
  const text = value === true ? '' : String(value);
  if (element.getAttribute(name) !== text) element.setAttribute(name, text);
}

export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

export function show(element: HTMLElement, visible: boolean): void {
  if (element.hidden === visible) element.hidden = !visible;
}

/** A button that says what happens, tied to a scope. */
export function button(scope: Scope, attributes: Attributes, label: string, press: () => void): HTMLButtonElement {
  const element = h('button', { type: 'button', class: 'ds-button', ...attributes }, label);
  scope.listen(element, 'click', press);
  return element;
}

/** Keeps one element per item, in order, without touching those that stay. */
export function keyed<T, E extends HTMLElement>(
  parent: HTMLElement,
  key: (item: T) => string,
  create: (item: T) => E,
  update: (element: E, item: T) => void,
  drop: (element: E) => void = () => undefined,
): (items: readonly T[]) => void {
  const elements = new Map<string, E>();
  return (items) => {
    const wanted = new Set(items.map(key));
    for (const [id, element] of elements) {
      if (wanted.has(id)) continue;
      elements.delete(id);
      element.remove();
      drop(element);
    }
    items.forEach((item, index) => {
      const id = key(item);
      const element = elements.get(id) ?? create(item);
      elements.set(id, element);
      if (parent.children[index] !== element) parent.insertBefore(element, parent.children[index] ?? null);
      update(element, item);
    });
  };
}
