import { useState } from 'react';
import { Button } from '@/components/Button';
import { ProblemReport } from '@/components/problem';
import styles from './Help.module.css';

const answers: readonly (readonly [question: string, answer: string])[] = [
  ['How do repairs work?', 'Send the tool as it is. We quote within a week, and parts cost what they cost us.'],
  ['Can I return something?', 'Within a hundred days, used or not. We would like to hear why.'],
  ['Is it all stainless?', 'All but the knives, which are carbon steel at the core and stainless on both sides.'],
];

export default function Help() {
  const [report, setReport] = useState<ProblemReport>();
  // Thrown while rendering, so that the route's error boundary shows it.
  report?.raise();
  return (
    <div className={styles.help}>
      <h1 className={styles.title}>Help</h1>
      {answers.map(([question, answer]) => (
        <details key={question} className={styles.answer} open>
          <summary>{question}</summary>
          <p>{answer}</p>
        </details>
      ))}
      <section className={styles.report}>
        <h2>Something broken?</h2>
        <p>Reporting a problem fails on purpose: it shows the error page, and where the error was thrown.</p>
        <Button tone="quiet" onClick={() => setReport(new ProblemReport('help'))}>Report a problem</Button>
      </section>
    </div>
  );
}
