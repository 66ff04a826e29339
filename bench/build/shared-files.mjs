// What the generated components share. Some exports are never imported: tree shaking has something to remove.
export const sharedFiles = {
  'index.ts': `export { formatAmount, formatDate, formatPercent, plural } from './format';
export { groupBy, range, sortBy, sum, unique } from './lists';
export { classNames } from './classNames';
export { Tone, toneOf, type Severity } from './tone';
export { useDebounced, usePagination, useToggle } from './hooks';
export { EventBus, type Listener } from './EventBus';
export type { Entity, Money, Result } from './types';
`,
  'types.ts': `export interface Entity {
  readonly id: string;
  readonly label: string;
  readonly amount: number;
  readonly createdAt?: Date;
}

export type Money = { readonly amount: number; readonly currency: 'EUR' | 'USD' };

export type Result<T, E = Error> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };
`,
  'format.ts': `import type { Money } from './types';

const symbols = { EUR: '€', USD: '$' } as const satisfies Record<Money['currency'], string>;

export function formatAmount({ amount, currency }: Money): string {
  return \`\${symbols[currency]}\${amount.toFixed(2)}\`;
}

export function formatPercent(share: number, digits = 1): string {
  return \`\${(share * 100).toFixed(digits)} %\`;
}

export function formatDate(date: Date | undefined): string {
  return date?.toISOString().slice(0, 10) ?? 'never';
}

export function plural(count: number, noun: string, many: string = \`\${noun}s\`): string {
  return \`\${count} \${count === 1 ? noun : many}\`;
}

export function formatDuration(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  return minutes >= 60 ? \`\${Math.floor(minutes / 60)} h \${minutes % 60} min\` : \`\${minutes} min\`;
}
`,
  'lists.ts': `export function range(length: number, start = 0): number[] {
  return Array.from({ length }, (_, i) => start + i);
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

export function unique<T>(values: Iterable<T>): T[] {
  return [...new Set(values)];
}

export function sortBy<T>(values: readonly T[], key: (value: T) => number | string): T[] {
  return [...values].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

export function groupBy<T, K>(values: readonly T[], key: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}

export function chunk<T>(values: readonly T[], size: number): T[][] {
  return range(Math.ceil(values.length / size)).map(i => values.slice(i * size, (i + 1) * size));
}
`,
  'classNames.ts': `type ClassValue = string | false | null | undefined | Record<string, boolean>;

export function classNames(...values: ClassValue[]): string {
  const names: string[] = [];
  for (const value of values) {
    if (!value) continue;
    if (typeof value === 'string') names.push(value);
    else for (const [name, isOn] of Object.entries(value)) if (isOn) names.push(name);
  }
  return names.join(' ');
}
`,
  'tone.ts': `export enum Tone {
  Neutral = 'neutral',
  Good = 'good',
  Bad = 'bad',
}

export type Severity = 0 | 1 | 2;

export function toneOf(severity: Severity): Tone {
  switch (severity) {
    case 0: return Tone.Neutral;
    case 1: return Tone.Good;
    case 2: return Tone.Bad;
  }
}
`,
  'hooks.ts': `import { useCallback, useEffect, useMemo, useState } from 'react';

export function useToggle(initial = false): readonly [boolean, () => void] {
  const [isOn, setOn] = useState(initial);
  const toggle = useCallback(() => setOn(value => !value), []);
  return [isOn, toggle] as const;
}

export function useDebounced<T>(value: T, delay: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return settled;
}

export function usePagination<T>(items: readonly T[], size: number) {
  const [page, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(items.length / size));
  const visible = useMemo(() => items.slice(page * size, (page + 1) * size), [items, page, size]);
  return {
    page,
    pages,
    visible,
    next: () => setPage(current => Math.min(pages - 1, current + 1)),
    previous: () => setPage(current => Math.max(0, current - 1)),
  };
}

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
`,
  'EventBus.ts': `export type Listener<T> = (value: T) => void;

export class EventBus<Events extends Record<string, unknown>> {
  #listeners = new Map<keyof Events, Set<Listener<never>>>();

  static readonly shared = new EventBus<{ selected: string; saved: number }>();

  on<K extends keyof Events>(name: K, listener: Listener<Events[K]>): () => void {
    const set = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, set);
    set.add(listener as Listener<never>);
    return () => void set.delete(listener as Listener<never>);
  }

  emit<K extends keyof Events>(name: K, value: Events[K]): void {
    this.#listeners.get(name)?.forEach(listener => (listener as Listener<Events[K]>)(value));
  }
}
`,
};
