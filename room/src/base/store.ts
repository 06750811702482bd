import type { Scope } from './scope';

/** A value that others may read and follow, but not change. */
export interface Readable<T> {
  get(): T;
  /** Calls at once with the present value, then after every change, until the scope ends. */
  follow(scope: Scope, reader: (value: T) => void): void;
}

export interface Store<T> extends Readable<T> {
  set(value: T): void;
  update(change: (value: T) => T): void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const readers = new Set<(value: T) => void>();
  const store: Store<T> = {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const reader of [...readers]) if (readers.has(reader)) reader(value);
    },
    update(change) {
      store.set(change(value));
    },
    follow(scope, reader) {
      if (scope.ended) return;
      readers.add(reader);
      scope.onEnd(() => readers.delete(reader));
      reader(value);
    },
  };
  return store;
}
