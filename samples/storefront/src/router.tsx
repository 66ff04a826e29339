import { lazy } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { RouteError } from '@/components/RouteError';
import { Shell } from '@/layout/Shell';

const Home = lazy(() => import('./routes/Home'));
const ProductDetail = lazy(() => import('./routes/ProductDetail'));
const Cart = lazy(() => import('./routes/Cart'));
const Insights = lazy(() => import('./routes/Insights'));
const Help = lazy(() => import('./routes/Help'));
const NotFound = lazy(() => import('./routes/NotFound'));

const pages = [
  { index: true, element: <Home /> },
  { path: 'products/:id', element: <ProductDetail /> },
  { path: 'cart', element: <Cart /> },
  { path: 'insights', element: <Insights /> },
  { path: 'help', element: <Help /> },
  { path: '*', element: <NotFound /> },
] satisfies RouteObject[];

export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <RouteError />,
    // The inner boundary keeps the header and footer standing when one page fails.
    children: [{ errorElement: <RouteError />, children: pages }],
  },
]);
