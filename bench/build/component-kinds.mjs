// The shapes of generated components: each takes its plan, its import lines and the JSX of its children, and is valid strict TSX.

const shown = children => `{depth > 0 && (
        <>
${children.map(child => `          ${child}`).join('\n')}
        </>
      )}`;

const props = name => `export interface ${name}Props {
  readonly depth: number;
  readonly title: string;
  readonly seed: number;
}`;

function card({ name, subject, aspect, index }, imports, children) {
  return `import { memo, useMemo } from 'react';
import { classNames, formatAmount, formatDate, toneOf, type Entity, type Severity } from '../../shared';
${imports}

${props(name)}

const currencies = ['EUR', 'USD'] as const;

function describe(entity: Entity, severity: Severity): string {
  const { label, amount, createdAt } = entity;
  if (amount === 0) return \`\${label} has no ${aspect.toLowerCase()} yet\`;
  return severity > 1 ? \`\${label} needs attention since \${formatDate(createdAt)}\` : \`\${label} is settled\`;
}

/** Shows one ${subject.toLowerCase()} with its ${aspect.toLowerCase()} and what follows from it. */
export const ${name} = memo(function ${name}({ depth, title, seed }: ${name}Props) {
  const severity = (seed % 3) as Severity;
  const entity = useMemo<Entity>(
    () => ({ id: \`${subject.toLowerCase()}-\${seed}\`, label: title, amount: (seed * ${(index % 89) + 7}) % 1000 }),
    [seed, title],
  );

  return (
    <article data-component="${name}" className={classNames('card', \`card-\${toneOf(severity)}\`, { 'card-empty': !entity.amount })}>
      <h3 id={entity.id}>{entity.label}</h3>
      <p>{describe(entity, severity)}</p>
      <strong title="${subject} total">{formatAmount({ amount: entity.amount, currency: currencies[seed % 2]! })}</strong>
      ${shown(children)}
    </article>
  );
});
`;
}

function form({ name, subject, aspect, index }, imports, children) {
  return `import { useCallback, useId, useReducer, type ChangeEvent, type FormEvent } from 'react';
import { EventBus, plural } from '../../shared';
${imports}

${props(name)}

interface State {
  readonly name: string;
  readonly amount: number;
  readonly errors: readonly string[];
  readonly saves: number;
}

type Action =
  | { readonly type: 'rename'; readonly name: string }
  | { readonly type: 'adjust'; readonly amount: number }
  | { readonly type: 'save' };

function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'rename':
      return { ...state, name: action.name, errors: action.name ? [] : ['a ${subject.toLowerCase()} needs a name'] };
    case 'adjust':
      return { ...state, amount: Number.isNaN(action.amount) ? state.amount : action.amount };
    case 'save':
      return state.errors.length > 0 ? state : { ...state, saves: state.saves + 1 };
  }
}

/** Edits the ${aspect.toLowerCase()} of a ${subject.toLowerCase()}. */
export function ${name}({ depth, title, seed }: ${name}Props) {
  const id = useId();
  const [state, dispatch] = useReducer(reduce, { name: title, amount: seed * ${(index % 13) + 2}, errors: [], saves: 0 });

  const onSubmit = useCallback((event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    dispatch({ type: 'save' });
    EventBus.shared.emit('saved', ${index});
  }, []);
  const onRename = (event: ChangeEvent<HTMLInputElement>) => dispatch({ type: 'rename', name: event.target.value.trim() });
  const onAdjust = (event: ChangeEvent<HTMLInputElement>) => dispatch({ type: 'adjust', amount: event.target.valueAsNumber });

  return (
    <form data-component="${name}" onSubmit={onSubmit} noValidate>
      <label htmlFor={\`\${id}-name\`}>${subject} name</label>
      <input id={\`\${id}-name\`} value={state.name} onChange={onRename} aria-invalid={state.errors.length > 0} />
      <label htmlFor={\`\${id}-amount\`}>${aspect}</label>
      <input id={\`\${id}-amount\`} type="number" value={state.amount} onChange={onAdjust} />
      {state.errors.length > 0 ? <ul>{state.errors.map(error => <li key={error}>{error}</li>)}</ul> : null}
      <button type="submit" disabled={state.errors.length > 0}>Save {state.saves > 0 && \`(\${plural(state.saves, 'time')})\`}</button>
      ${shown(children)}
    </form>
  );
}
`;
}

function list({ name, subject, aspect, index }, imports, children) {
  return `import { useEffect, useMemo, useState } from 'react';
import { EventBus, plural, range, sortBy, useDebounced, type Entity } from '../../shared';
${imports}

${props(name)}

function load(seed: number, title: string): Entity[] {
  return range(${3 + (index % 4)}).map(i => ({
    id: \`${name}-\${seed}-\${i}\`,
    label: \`\${title} \${i + 1}\`,
    amount: ((seed + i) * ${(index % 31) + 11}) % 97,
    createdAt: new Date(Date.UTC(2024, i, 1 + (seed % 28))),
  }));
}

/** Finds a ${subject.toLowerCase()} by its ${aspect.toLowerCase()}. */
export function ${name}({ depth, title, seed }: ${name}Props) {
  const [query, setQuery] = useState('');
  const [selected, setSelected] = useState<string | null>(null);
  const settled = useDebounced(query, 150);
  const entities = useMemo(() => sortBy(load(seed, title), entity => entity.amount), [seed, title]);
  const matching = useMemo(
    () => entities.filter(({ label }) => label.toLowerCase().includes(settled.toLowerCase())),
    [entities, settled],
  );

  useEffect(() => EventBus.shared.on('selected', id => setSelected(current => (current === id ? null : id))), []);

  return (
    <div data-component="${name}" role="search">
      <input type="search" placeholder="Find a ${subject.toLowerCase()}" value={query} onChange={event => setQuery(event.target.value)} />
      <p>{plural(matching.length, '${aspect.toLowerCase()}')}</p>
      <ul>
        {matching.map(({ id, label, amount }) => (
          <li key={id} aria-selected={id === selected}>
            <button type="button" onClick={() => EventBus.shared.emit('selected', id)}>{label}: {amount}</button>
          </li>
        ))}
      </ul>
      ${shown(children)}
    </div>
  );
}
`;
}

function table({ name, subject, aspect, index }, imports, children) {
  return `import { useMemo } from 'react';
import { formatAmount, formatPercent, groupBy, range, sum, usePagination, type Money } from '../../shared';
${imports}

${props(name)}

interface Row extends Money {
  readonly key: number;
  readonly region: (typeof regions)[number];
}

const regions = ['North', 'East', 'South', 'West'] as const;
const pageSize = ${2 + (index % 3)};

function rowsOf(seed: number): Row[] {
  return range(${4 + (index % 5)}).map(key => ({
    key,
    region: regions[(seed + key) % regions.length]!,
    amount: 10 + ((seed * 7 + key * ${(index % 17) + 3}) % 90),
    currency: key % 2 === 0 ? 'EUR' : 'USD',
  }));
}

/** Breaks the ${aspect.toLowerCase()} of a ${subject.toLowerCase()} down by region. */
export function ${name}({ depth, title, seed }: ${name}Props) {
  const rows = useMemo(() => rowsOf(seed), [seed]);
  const total = useMemo(() => sum(rows.map(row => row.amount)), [rows]);
  const byRegion = useMemo(() => groupBy(rows, row => row.region), [rows]);
  const { page, pages, visible, next, previous } = usePagination(rows, pageSize);

  return (
    <figure data-component="${name}">
      <figcaption>{title}: {byRegion.size} regions</figcaption>
      <table>
        <thead>
          <tr><th scope="col">Region</th><th scope="col">${aspect}</th><th scope="col">Share</th></tr>
        </thead>
        <tbody>
          {visible.map(({ key, region, ...money }) => (
            <tr key={key}>
              <td>{region}</td>
              <td>{formatAmount(money)}</td>
              <td>{formatPercent(money.amount / total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <nav>
        <button type="button" onClick={previous} disabled={page === 0}>Back</button>
        <span>{page + 1} of {pages}</span>
        <button type="button" onClick={next} disabled={page + 1 >= pages}>Next</button>
      </nav>
      ${shown(children)}
    </figure>
  );
}
`;
}

function panel({ name, subject, aspect, index }, imports, children) {
  return `import { createContext, useContext, useLayoutEffect, useRef, type ReactNode } from 'react';
import { classNames, Tone, unique, useToggle } from '../../shared';
${imports}

${props(name)}

const ToneContext = createContext<Tone>(Tone.Neutral);

function Heading({ children, onClick }: { readonly children: ReactNode; readonly onClick?: () => void }) {
  const tone = useContext(ToneContext);
  return <h3 className={\`tone-\${tone}\`}><button type="button" onClick={onClick}>{children}</button></h3>;
}

const hints: Partial<Record<Tone, string>> = {
  [Tone.Good]: '${subject} is up to date',
  [Tone.Bad]: '${subject} waits for its ${aspect.toLowerCase()}',
};

/** Folds away what belongs to the ${aspect.toLowerCase()} of a ${subject.toLowerCase()}. */
export function ${name}({ depth, title, seed }: ${name}Props) {
  const body = useRef<HTMLDivElement>(null);
  const height = useRef(0);
  const [isOpen, toggle] = useToggle(seed % 2 === 0);
  const tone = seed % ${(index % 5) + 3} === 0 ? Tone.Bad : Tone.Good;
  const tags = unique(title.split(' ').concat('${subject.toLowerCase()}'));

  useLayoutEffect(() => {
    height.current = body.current?.offsetHeight ?? 0;
  }, [isOpen]);

  return (
    <ToneContext value={tone}>
      <div data-component="${name}" className={classNames('panel', isOpen && 'panel-open')}>
        <Heading onClick={toggle}>{title}</Heading>
        <div ref={body} hidden={!isOpen}>
          <p>{hints[tone] ?? 'Nothing to do'}</p>
          {tags.map((tag, i) => <span key={tag} style={{ order: i }}>#{tag}</span>)}
        </div>
        ${shown(children).replaceAll('\n', '\n  ')}
      </div>
    </ToneContext>
  );
}
`;
}

export const kinds = [
  { suffix: 'Card', source: card },
  { suffix: 'Form', source: form },
  { suffix: 'List', source: list },
  { suffix: 'Table', source: table },
  { suffix: 'Panel', source: panel },
];
