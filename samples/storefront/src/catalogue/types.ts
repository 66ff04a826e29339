export enum Category {
  Prep = 'prep',
  Cook = 'cook',
  Brew = 'brew',
  Table = 'table',
}

/** A price in the smallest unit of the shop's currency. */
export type Cents = number;

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly category: Category;
  readonly price: Cents;
  readonly blurb: string;
  readonly description: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly stock: number;
  readonly rating: number;
  /** Pieces sold in each month of the last year, January first. */
  readonly sales: readonly number[];
}
