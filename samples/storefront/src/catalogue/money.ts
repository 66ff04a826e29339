import type { Cents } from './types';

const exact = new Intl.NumberFormat('en-IE', { style: 'currency', currency: process.env.SHOP_CURRENCY });
const rounded = new Intl.NumberFormat('en-IE', {
  style: 'currency',
  currency: process.env.SHOP_CURRENCY,
  maximumFractionDigits: 0,
});

export function formatPrice(cents: Cents): string {
  return cents % 100 === 0 ? rounded.format(cents / 100) : exact.format(cents / 100);
}
