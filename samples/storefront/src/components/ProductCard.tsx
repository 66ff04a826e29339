import { Link } from 'react-router';
import { cart } from '@/cart/cart';
import { formatPrice } from '@/catalogue/money';
import { pictures } from '@/catalogue/pictures';
import { categoryNames, type Product } from '@/catalogue/products';
import { Button } from './Button';
import styles from './ProductCard.module.css';

export function ProductCard({ product }: { readonly product: Product }) {
  const soldOut = product.stock === 0;
  return (
    <article className={styles.card} data-product={product.id}>
      <Link to={`/products/${product.id}`} className={styles.picture}>
        <img src={pictures[product.id]} alt={product.name} width={220} height={220} />
        {soldOut && <span className={styles.soldOut}>Back in spring</span>}
      </Link>
      <p className={styles.category}>{categoryNames[product.category]}</p>
      <h3 className={styles.name}>
        <Link to={`/products/${product.id}`}>{product.name}</Link>
      </h3>
      <p className={styles.blurb}>{product.blurb}</p>
      <div className={styles.buy}>
        <strong className={styles.price}>{formatPrice(product.price)}</strong>
        <Button tone="quiet" disabled={soldOut} onClick={() => cart.add(product.id)} aria-label={`Add ${product.name} to cart`}>
          Add
        </Button>
      </div>
    </article>
  );
}
