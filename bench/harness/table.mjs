/** A Markdown table whose columns line up in a terminal too; the first column is text, the others are numbers. */
export function table(head, rows) {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map(row => row[i].length), 3));
  const line = cells => `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** `1 234 (2.1×)`: a value and how many times the base it is. */
export function withRatio(value, base, digits = 0) {
  const text = number(value, digits);
  return base > 0 ? `${text} (${(value / base).toFixed(2)}×)` : text;
}

export function number(value, digits = 0) {
  return value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))/g, ' ');
}
