import { call, type Board, type StatementView } from '../ipc';
import { onChanges } from './changes';

/** Findings that say something is wrong; the others only say how figures hang together. */
const TROUBLE = new Set([
  'conflict',
  'part_exceeds_whole',
  'parts_exceed_whole',
  'denied',
  'retracted',
  'reported_differently',
]);

/** The figures that findings concern, of the events that somebody asked for. */
class Findings {
  figures = $state.raw<ReadonlySet<string>>(new Set());
  private asking = 0;
  private asked = '';

  constructor() {
    onChanges(() => (this.asked = ''));
  }

  /** Asks for the findings of every event that some statements have figures of. */
  async look(statements: StatementView[]): Promise<void> {
    const events = new Set(statements.flatMap((one) => (one.figures.length > 0 && one.event?.id) || []));
    const key = [...events].join(' ');
    if (key === this.asked) return;
    this.asked = key;
    const mine = ++this.asking;
    try {
      const boards: Board[] = [];
      for (const event of events) boards.push(await call('compare', { event }));
      if (mine !== this.asking) return;
      const findings = boards.flatMap((board) => board.findings).filter(({ kind }) => TROUBLE.has(kind));
      this.figures = new Set(findings.flatMap((finding) => finding.figures));
    } catch {
      // Without them the map shows the marks alone; Compare says what went wrong.
      if (mine === this.asking) this.figures = new Set();
    }
  }
}

export const findings = new Findings();
