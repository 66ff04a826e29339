import { Category, categoryNames, products, type Cents } from '@/catalogue/products';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export type MonthRow = { readonly month: string } & Readonly<Record<`${Category}`, Cents>>;

export interface Ranked {
  readonly name: string;
  readonly pieces: number;
}

/** What each category took in each month. */
export function revenueByMonth(): MonthRow[] {
  return MONTHS.map((month, index) => {
    const row = { month, [Category.Prep]: 0, [Category.Cook]: 0, [Category.Brew]: 0, [Category.Table]: 0 };
    for (const product of products) row[product.category] += product.price * (product.sales[index] ?? 0);
    return row;
  });
}

export function bestSellers(limit: number): Ranked[] {
  return products
    .map(({ name, sales }) => ({ name, pieces: sum(sales) }))
    .toSorted((a, b) => b.pieces - a.pieces)
    .slice(0, limit);
}

export function headline() {
  const pieces = sum(products.map(product => sum(product.sales)));
  const revenue = sum(products.map(product => sum(product.sales) * product.price));
  const busiest = revenueByMonth().reduce((best, row) => (total(row) > total(best) ? row : best));
  return { pieces, revenue, busiest: busiest.month } as const;
}

export const series = Object.values(Category).map(category => ({ category, name: categoryNames[category] }));

const total = (row: MonthRow) => sum(Object.values(Category).map(category => row[category]));

function sum(values: readonly number[]): number {
  return values.reduce((whole, value) => whole + value, 0);
}
