import rows from './products.json';
import { Category, type Product } from './types';

export { Category };
export type { Cents, Product } from './types';

export const categoryNames = {
  [Category.Prep]: 'Prepare',
  [Category.Cook]: 'Cook',
  [Category.Brew]: 'Brew',
  [Category.Table]: 'Table',
} satisfies Record<Category, string>;

export const products = rows as readonly unknown[] as readonly Product[];

const byId = new Map(products.map(product => [product.id, product]));

export function findProduct(id: string | undefined): Product | undefined {
  return id === undefined ? undefined : byId.get(id);
}

export function inCategory(category: Category | undefined): readonly Product[] {
  return category ? products.filter(product => product.category === category) : products;
}

export function isCategory(value: string | null): value is Category {
  return Object.values<string | null>(Category).includes(value);
}
