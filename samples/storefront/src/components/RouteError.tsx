import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import styles from './RouteError.module.css';

export function RouteError() {
  const error = useRouteError();
  return (
    <section className={styles.error} role="alert">
      <p className={styles.code}>{isRouteErrorResponse(error) ? error.status : 'Oh no'}</p>
      <h1>This page slipped out of our hands.</h1>
      <p>{describe(error)}</p>
      <Link to="/">Back to the catalogue</Link>
    </section>
  );
}

function describe(error: unknown): string {
  if (isRouteErrorResponse(error)) return error.statusText;
  return error instanceof Error ? error.message : 'Something unexpected was thrown.';
}
