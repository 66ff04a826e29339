import type { Cents } from '@/catalogue/products';
import { findProduct, type Product } from '@/catalogue/products';

export interface CartLine {
  readonly product: Product;
  readonly quantity: number;
}

export interface CartSnapshot {
  readonly lines: readonly CartLine[];
  readonly count: number;
  readonly subtotal: Cents;
  readonly shipping: Cents;
}

const STORAGE_KEY = 'rostfri.cart';
const SHIPPING: Cents = 590;
export const FREE_SHIPPING_FROM: Cents = 15000;

/** What the visitor means to buy: survives reloads, and tells React through `useSyncExternalStore`. */
export class CartStore {
  readonly #quantities: Map<string, number>;
  readonly #listeners = new Set<() => void>();
  readonly #storage: Storage;
  #snapshot: CartSnapshot;

  constructor(storage: Storage) {
    this.#storage = storage;
    this.#quantities = new Map(CartStore.#read(storage));
    this.#snapshot = this.#summarise();
  }

  // Arrow properties, because React calls both without a receiver.
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  getSnapshot = (): CartSnapshot => this.#snapshot;

  add(id: string, quantity = 1): void {
    this.setQuantity(id, (this.#quantities.get(id) ?? 0) + quantity);
  }

  setQuantity(id: string, quantity: number): void {
    const stock = findProduct(id)?.stock ?? 0;
    const wanted = Math.min(quantity, stock);
    if (wanted > 0) this.#quantities.set(id, wanted);
    else this.#quantities.delete(id);
    this.#changed();
  }

  clear(): void {
    this.#quantities.clear();
    this.#changed();
  }

  #changed(): void {
    this.#snapshot = this.#summarise();
    this.#storage.setItem(STORAGE_KEY, JSON.stringify([...this.#quantities]));
    for (const listener of this.#listeners) listener();
  }

  #summarise(): CartSnapshot {
    const lines: CartLine[] = [];
    let count = 0;
    let subtotal = 0;
    for (const [id, quantity] of this.#quantities) {
      const product = findProduct(id);
      if (!product) continue; // No longer sold, still in someone's storage.
      lines.push({ product, quantity });
      count += quantity;
      subtotal += product.price * quantity;
    }
    const shipping = count === 0 || subtotal >= FREE_SHIPPING_FROM ? 0 : SHIPPING;
    return { lines, count, subtotal, shipping };
  }

  static #read(storage: Storage): [string, number][] {
    try {
      const saved: unknown = JSON.parse(storage.getItem(STORAGE_KEY) ?? '[]');
      return Array.isArray(saved) ? saved : [];
    } catch {
      return [];
    }
  }
}

export const cart = new CartStore(window.localStorage);
