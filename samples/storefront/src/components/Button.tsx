import type { ButtonHTMLAttributes } from 'react';
import styles from './Button.module.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly tone?: 'primary' | 'quiet';
}

export function Button({ tone = 'primary', ...rest }: ButtonProps) {
  return <button type="button" className={styles[tone]} {...rest} />;
}
