/** Everything that listens, waits or holds a device belongs to a scope, and stops when the scope ends. */
export interface Scope {
  readonly ended: boolean;
  onEnd(stop: () => void): void;
  listen(target: EventTarget, type: string, listener: (event: Event) => void, options?: AddEventListenerOptions): void;
  /** Runs once after that many milliseconds; the answer cancels it. */
  after(milliseconds: number, run: () => void): () => void;
  every(milliseconds: number, run: () => void): () => void;
  child(): Scope;
  end: () => void;
}

export function createScope(): Scope {
  const stops = new Set<() => void>();
  let ended = false;

  const onEnd = (stop: () => void): void => {
    if (ended) stop();
    else stops.add(stop);
  };
  const scope: Scope = {
    get ended() {
      return ended;
    },
    onEnd,
    listen(target, type, listener, options) {
      if (ended) return;
      target.addEventListener(type, listener, options);
      stops.add(() => {
        target.removeEventListener(type, listener, options);
      });
    },
    after(milliseconds, run) {
      if (ended) return () => undefined;
      const timer = setTimeout(() => {
        stops.delete(cancel);
        run();
      }, milliseconds);
      const cancel = (): void => {
        clearTimeout(timer);
        stops.delete(cancel);
      };
      stops.add(cancel);
      return cancel;
    },
    every(milliseconds, run) {
      if (ended) return () => undefined;
      const timer = setInterval(run, milliseconds);
      const cancel = (): void => {
        clearInterval(timer);
        stops.delete(cancel);
      };
      stops.add(cancel);
      return cancel;
    },
    child() {
      const child = createScope();
      onEnd(child.end);
      child.onEnd(() => stops.delete(child.end));
      return child;
    },
    end() {
      if (ended) return;
      ended = true;
      for (const stop of [...stops].reverse()) stop();
      stops.clear();
    },
  };
  return scope;
}
