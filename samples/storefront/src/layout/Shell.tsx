import { Suspense } from 'react';
import { Link, NavLink, Outlet, ScrollRestoration } from 'react-router';
import logo from '@/assets/logo.svg';
import { useCart } from '@/cart/useCart';
import { Loading } from '@/components/Loading';
import styles from './Shell.module.css';

const linkClass = ({ isActive }: { isActive: boolean }) => (isActive ? `${styles.link} ${styles.active}` : styles.link);

export function Shell() {
  return (
    <div className={styles.shell}>
      <header className={styles.header}>
        <div className={styles.bar}>
          <Link to="/" className={styles.brand}>
            <img src={logo} alt="" width={34} height={34} />
            <span>{import.meta.env.SHOP_NAME}</span>
          </Link>
          <nav className={styles.nav} aria-label="Main">
            <NavLink to="/" end className={linkClass}>Catalogue</NavLink>
            <NavLink to="/insights" className={linkClass}>Insights</NavLink>
            <NavLink to="/help" className={linkClass}>Help</NavLink>
            <CartLink />
          </nav>
        </div>
      </header>
      <main className={styles.main}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <footer className={styles.footer}>
        <p>{import.meta.env.SHOP_NAME} makes steel tools for the kitchen in a workshop of nine.</p>
        <p>
          <Link to="/help">Repairs, returns and questions</Link>
        </p>
      </footer>
      <ScrollRestoration />
    </div>
  );
}

function CartLink() {
  const { count } = useCart();
  return (
    <NavLink to="/cart" className={linkClass} aria-label={`Cart, ${count} items`}>
      Cart
      <span key={count} className={count > 0 ? styles.badge : styles.badgeEmpty}>{count}</span>
    </NavLink>
  );
}
