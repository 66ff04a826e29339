import { useState } from 'react';
import { Link } from 'react-router';
import { cart, FREE_SHIPPING_FROM, type CartLine } from '@/cart/cart';
import { useCart } from '@/cart/useCart';
import { formatPrice } from '@/catalogue/money';
import { pictures } from '@/catalogue/pictures';
import { Button } from '@/components/Button';
import styles from './Cart.module.css';

export default function Cart() {
  const { lines } = useCart();
  const [ordered, setOrdered] = useState(false);
  if (ordered) return <Message title="Thank you." text="This is a sample shop, so nothing is on its way to you." />;
  if (lines.length === 0) return <Message title="Your cart is empty." text="It has room for a kettle." />;
  return (
    <>
      <h1 className={styles.title}>Your cart</h1>
      <div className={styles.columns}>
        <ul className={styles.lines}>
          {lines.map(line => (
            <Line key={line.product.id} line={line} />
          ))}
        </ul>
        <Summary
          onOrder={() => {
            cart.clear();
            setOrdered(true);
          }}
        />
      </div>
    </>
  );
}

function Line({ line: { product, quantity } }: { readonly line: CartLine }) {
  return (
    <li className={styles.line} data-line={product.id}>
      <img src={pictures[product.id]} alt="" width={88} height={88} />
      <div>
        <Link to={`/products/${product.id}`} className={styles.name}>{product.name}</Link>
        <p className={styles.each}>{formatPrice(product.price)} each</p>
      </div>
      <div className={styles.stepper}>
        <button type="button" aria-label={`One ${product.name} less`} onClick={() => cart.setQuantity(product.id, quantity - 1)}>−</button>
        <output>{quantity}</output>
        <button
          type="button"
          aria-label={`One ${product.name} more`}
          disabled={quantity >= product.stock}
          onClick={() => cart.add(product.id)}
        >
          +
        </button>
      </div>
      <strong className={styles.amount}>{formatPrice(product.price * quantity)}</strong>
    </li>
  );
}

function Summary({ onOrder }: { readonly onOrder: () => void }) {
  const { subtotal, shipping } = useCart();
  const missing = FREE_SHIPPING_FROM - subtotal;
  return (
    <aside className={styles.summary}>
      <h2>Summary</h2>
      <dl>
        <div><dt>Tools</dt><dd>{formatPrice(subtotal)}</dd></div>
        <div><dt>Shipping</dt><dd>{shipping === 0 ? 'Free' : formatPrice(shipping)}</dd></div>
        <div className={styles.total}><dt>Total</dt><dd data-total>{formatPrice(subtotal + shipping)}</dd></div>
      </dl>
      {missing > 0 && <p className={styles.hint}>Free shipping is {formatPrice(missing)} away.</p>}
      <Button onClick={onOrder}>Place the order</Button>
    </aside>
  );
}

function Message({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div className={styles.message}>
      <h1 className={styles.title}>{title}</h1>
      <p>{text}</p>
      <p><Link to="/">Back to the catalogue</Link></p>
    </div>
  );
}
