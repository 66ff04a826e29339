import { useState, type CSSProperties } from 'react';
import { Link, useParams } from 'react-router';
import { cart } from '@/cart/cart';
import { formatPrice } from '@/catalogue/money';
import { pictures } from '@/catalogue/pictures';
import { categoryNames, findProduct, inCategory, type Product } from '@/catalogue/products';
import { Button } from '@/components/Button';
import { ProductCard } from '@/components/ProductCard';
import NotFound from './NotFound';
import styles from './ProductDetail.module.css';

const warrantyStamp = new URL('../assets/warranty-stamp.png', import.meta.url).href;

export default function ProductDetail() {
  const { id } = useParams();
  const product = findProduct(id);
  return product ? <Detail key={product.id} product={product} /> : <NotFound />;
}

function Detail({ product }: { readonly product: Product }) {
  const related = inCategory(product.category).filter(other => other !== product).slice(0, 4);
  return (
    <>
      <p className={styles.crumbs}>
        <Link to="/">Catalogue</Link> / <Link to={`/?for=${product.category}`}>{categoryNames[product.category]}</Link>
      </p>
      <article className={styles.detail}>
        <div className={styles.stage}>
          <img className={styles.picture} src={pictures[product.id]} alt={product.name} />
          <img className={styles.stamp} src={warrantyStamp} alt="25 years of warranty" width={120} height={120} />
        </div>
        <div>
          <h1 className={styles.name}>{product.name}</h1>
          <Rating value={product.rating} />
          <p className={styles.price}>{formatPrice(product.price)}</p>
          <p className={styles.description}>{product.description}</p>
          <AddToCart product={product} />
          <dl className={styles.facts}>
            {Object.entries(product.facts).map(([fact, value]) => (
              <div key={fact}>
                <dt>{fact}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      </article>
      {related.length > 0 && (
        <section>
          <h2 className={styles.relatedTitle}>From the same bench</h2>
          <div className={styles.related}>
            {related.map(other => (
              <ProductCard key={other.id} product={other} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}

function AddToCart({ product }: { readonly product: Product }) {
  const [quantity, setQuantity] = useState(1);
  if (product.stock === 0) return <p className={styles.soldOut}>Sold out until spring.</p>;
  return (
    <div className={styles.add}>
      <label className={styles.quantity}>
        <span>Quantity</span>
        <input
          type="number"
          min={1}
          max={product.stock}
          value={quantity}
          onChange={event => setQuantity(Math.max(1, event.target.valueAsNumber || 1))}
        />
      </label>
      <Button onClick={() => cart.add(product.id, quantity)}>Add to cart</Button>
      <span className={styles.stock}>{product.stock} on the shelf</span>
    </div>
  );
}

function Rating({ value }: { readonly value: number }) {
  const filled = { '--filled': `${(value / 5) * 100}%` } as CSSProperties;
  return (
    <p className={styles.rating} aria-label={`Rated ${value} out of 5`}>
      <span className={styles.stars} style={filled}>★★★★★</span> {value.toFixed(1)}
    </p>
  );
}
