import { Link } from 'react-router';

export default function NotFound() {
  return (
    <section>
      <h1>Not on our shelves.</h1>
      <p>
        There is nothing at this address. <Link to="/">The catalogue</Link> has everything we make.
      </p>
    </section>
  );
}
