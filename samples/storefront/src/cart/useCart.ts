import { useSyncExternalStore } from 'react';
import { cart, type CartSnapshot } from './cart';

export function useCart(): CartSnapshot {
  return useSyncExternalStore(cart.subscribe, cart.getSnapshot);
}
