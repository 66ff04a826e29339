import { Link, useSearchParams } from 'react-router';
import { categoryNames, Category, inCategory, isCategory, products } from '@/catalogue/products';
import { pictures } from '@/catalogue/pictures';
import { ProductCard } from '@/components/ProductCard';
import styles from './Home.module.css';

export default function Home() {
  const [search] = useSearchParams();
  const wanted = search.get('for');
  const category = isCategory(wanted) ? wanted : undefined;
  const shown = inCategory(category);
  return (
    <>
      <Hero />
      <div className={styles.heading} id="catalogue">
        <h2>{category ? categoryNames[category] : 'The whole workshop'}</h2>
        <nav className={styles.filters} aria-label="Categories">
          <Filter label="All" selected={!category} />
          {Object.values(Category).map(each => (
            <Filter key={each} label={categoryNames[each]} category={each} selected={each === category} />
          ))}
        </nav>
      </div>
      <section className={styles.grid} aria-label="Products">
        {shown.map(product => (
          <ProductCard key={product.id} product={product} />
        ))}
      </section>
    </>
  );
}

function Hero() {
  return (
    <section className={styles.hero}>
      <div className={styles.words}>
        <p className={styles.eyebrow}>Spring bench, {products.length} tools</p>
        <h1 className={styles.title}>Made once.<br />Handed down.</h1>
        <p className={styles.lead}>
          Steel tools for the kitchen, turned, forged and brushed by nine people who cook. Every one of them can be
          taken apart, sharpened and repaired.
        </p>
        <div className={styles.actions}>
          <Link to="/products/moka-pot" className={styles.cta}>Meet the moka pot</Link>
          <Link to="/help" className={styles.more}>How repairs work</Link>
        </div>
      </div>
      <div className={styles.still} aria-hidden="true">
        <img src={pictures.kettle} alt="" className={styles.back} />
        <img src={pictures['moka-pot']} alt="" className={styles.front} />
      </div>
    </section>
  );
}

interface FilterProps {
  readonly label: string;
  readonly category?: Category;
  readonly selected: boolean;
}

function Filter({ label, category, selected }: FilterProps) {
  return (
    <Link
      to={{ pathname: '/', search: category ? `?for=${category}` : '' }}
      preventScrollReset
      className={selected ? styles.chipSelected : styles.chip}
      aria-current={selected ? 'true' : undefined}
    >
      {label}
    </Link>
  );
}
