import type { ReactNode } from 'react';
import { Area, AreaChart, Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatPrice } from '@/catalogue/money';
import { Category } from '@/catalogue/products';
import { bestSellers, headline, revenueByMonth, series } from '@/insights/figures';
import styles from './Insights.module.css';

const colours = {
  [Category.Prep]: '#b4532a',
  [Category.Cook]: '#d9a066',
  [Category.Brew]: '#5f7464',
  [Category.Table]: '#8d979e',
} satisfies Record<Category, `#${string}`>;

const axis = { tickLine: false, axisLine: false, tick: { fill: '#6a7075', fontSize: 12 } } as const;

export default function Insights() {
  const { pieces, revenue, busiest } = headline();
  return (
    <>
      <h1 className={styles.title}>A year at the bench</h1>
      <p className={styles.lead}>We publish what we sell, so that you can see what lasts.</p>
      <div className={styles.tiles}>
        <Tile label="Revenue" value={formatPrice(revenue)} />
        <Tile label="Tools sold" value={pieces.toLocaleString('en-IE')} />
        <Tile label="Busiest month" value={busiest} />
      </div>
      <Panel title="Revenue by month">
        <AreaChart data={revenueByMonth()} margin={{ top: 8, right: 8, bottom: 0, left: 8 }}>
          <CartesianGrid stroke="#e2ddd2" vertical={false} />
          <XAxis dataKey="month" {...axis} />
          <YAxis width={64} tickFormatter={formatPrice} {...axis} />
          <Tooltip formatter={value => formatPrice(Number(value))} />
          <Legend iconType="circle" />
          {series.map(({ category, name }) => (
            <Area
              key={category}
              dataKey={`${category}`}
              name={name}
              type="monotone"
              stackId="revenue"
              stroke={colours[category]}
              fill={colours[category]}
              fillOpacity={0.75}
              isAnimationActive={false}
            />
          ))}
        </AreaChart>
      </Panel>
      <Panel title="Best sellers, in pieces">
        <BarChart data={bestSellers(6)} layout="vertical" margin={{ top: 0, right: 24, bottom: 0, left: 8 }}>
          <CartesianGrid stroke="#e2ddd2" horizontal={false} />
          <XAxis type="number" {...axis} />
          <YAxis type="category" dataKey="name" width={120} {...axis} />
          <Tooltip cursor={{ fill: '#f4f1ea' }} />
          <Bar dataKey="pieces" name="Pieces" fill="#b4532a" radius={[0, 6, 6, 0]} barSize={18} isAnimationActive={false} />
        </BarChart>
      </Panel>
    </>
  );
}

function Tile({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className={styles.tile}>
      <p>{label}</p>
      <strong>{value}</strong>
    </div>
  );
}

function Panel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.panel}>
      <h2>{title}</h2>
      <ResponsiveContainer width="100%" height={300}>
        {children}
      </ResponsiveContainer>
    </section>
  );
}
