/** As much of a page's elements as a view needs to be built: what it holds, and what it says. */
class FakeElement extends EventTarget {
  readonly dataset: Record<string, string> = {};
  private readonly attributes = new Map<string, string>();
  private children: (FakeElement | string)[] = [];

  constructor(readonly tag: string) {
    super();
  }

  get textContent(): string {
    return this.children.map((child) => (typeof child === 'string' ? child : child.textContent)).join(' ');
  }

  append(...children: (FakeElement | string)[]): void {
    this.children.push(...children);
  }

  replaceChildren(...children: (FakeElement | string)[]): void {
    this.children = children;
  }

  contains(): boolean {
    return false;
  }

  hasAttribute(name: string): boolean {
    return this.attributes.has(name);
  }

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }

  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }
}

export const fakeDocument = () => ({ activeElement: null, createElement: (tag: string) => new FakeElement(tag) });
