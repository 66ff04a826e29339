import { cart } from '@/cart/cart';
import { products } from '@/catalogue/products';

/** Development only: `shop.fill()` in the console puts one of everything into the cart. */
export function installDevtools(): void {
  const shop = {
    cart,
    products,
    fill: () => products.forEach(product => cart.add(product.id)),
  };
  Object.assign(window, { shop });
  console.info('shop devtools: try shop.fill()');
}
