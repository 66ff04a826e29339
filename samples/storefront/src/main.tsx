import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { router } from '@/router';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root to render into');

if (process.env.NODE_ENV !== 'production') {
  const { installDevtools } = await import('@/devtools');
  installDevtools();
}

createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
