import { CardDraft, type Carried } from '../annotator/draft.svelte';
import type { Span } from '../annotator/steps';
import { call, shell, type StatementView } from '../ipc';
import { selection } from './selection.svelte';
import { showError, write } from './writes';

const spanOf = ({ articleId, start, end }: CardDraft) => ({ article_id: articleId, start, end });

/** The card that is open, the one that was dropped last, and what the next one begins with. */
class Cards {
  open = $state<CardDraft | null>(null);
  saving = $state(false);
  /** Why the open card could not be kept. */
  failed = $state<unknown>(null);
  private dropped = $state<CardDraft | null>(null);
  private last: Carried = { source: null, event: null, asOf: null };
  private projectId = '';
  private saved: string | null = null;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    // An unfinished card is set aside as it is typed, so that it comes back after a crash or a closed window.
    $effect.root(() => {
      $effect(() => {
        const value = this.open ? JSON.stringify(this.open.toSaved()) : null;
        clearTimeout(this.waiting);
        this.waiting = setTimeout(() => void this.setAside(value), value === null ? 0 : 400);
      });
    });
  }

  private async setAside(value: string | null): Promise<void> {
    if (this.projectId === '' || value === this.saved) return;
    this.saved = value;
    await shell('draft_set', { key: `card-${this.projectId}`, value }).catch(showError);
  }

  /** Brings back the card that was open when the project was last closed. */
  async recover(projectId: string): Promise<void> {
    this.projectId = projectId;
    this.saved = null;
    const value = await shell('draft_get', { key: `card-${projectId}` });
    if (value === null || value === '' || this.open) return;
    const draft = CardDraft.fromSaved(value);
    if (!draft) return;
    this.saved = value;
    await this.read(draft);
    this.open = draft;
    selection.openArticle(draft.articleId, { at: draft.start });
  }

  /** Opens a new card over words of an article; `split` makes a figure of every number in them at once. */
  async record(
    articleId: string,
    span: Span,
    quote: string,
    event: string | null,
    split = false,
  ): Promise<CardDraft> {
    const carried = { ...this.last, event: this.last.event ?? event };
    const draft = CardDraft.over(articleId, span, quote, carried);
    // The article's own event is no leftover of another card.
    if (this.last.event === null) draft.touch('event');
    await Promise.all([this.read(draft), this.hear(draft)]);
    if (split) draft.split();
    this.take(draft);
    return draft;
  }

  /** Opens the card of a statement that is there. */
  async edit(view: StatementView): Promise<CardDraft> {
    const draft = CardDraft.of(view);
    await this.read(draft);
    this.take(draft);
    return draft;
  }

  private take(draft: CardDraft): void {
    if (this.open) this.dropped = this.open;
    this.open = draft;
    this.failed = null;
  }

  /** Fills in who says a card's words, as far as the article tells. */
  private async hear(draft: CardDraft): Promise<void> {
    try {
      draft.hear(await call('attribution', spanOf(draft)));
    } catch (error) {
      showError(error);
    }
  }

  /** Reads the numbers and the names of a card's words. */
  private async read(draft: CardDraft): Promise<void> {
    const span = spanOf(draft);
    try {
      [draft.readings, draft.names] = await Promise.all([call('read_span', span), call('names', span)]);
    } catch (error) {
      showError(error);
    }
  }

  /** Keeps the open card. The id of its statement, or nothing when it could not be kept. */
  async keep(): Promise<string | null> {
    const draft = this.open;
    if (!draft || this.saving) return null;
    this.saving = true;
    try {
      const statement = draft.toInput();
      const written = draft.statementId
        ? await write('statement_edit', { id: draft.statementId, statement })
        : await write('statement_record', { statement });
      this.last = draft.carry();
      this.open = null;
      this.failed = null;
      return written.id;
    } catch (error) {
      this.failed = error;
      return null;
    } finally {
      this.saving = false;
    }
  }

  /** Drops the open card; `restore` brings it back. */
  drop(): void {
    this.dropped = this.open;
    this.open = null;
    this.failed = null;
  }

  /** Whether a dropped card can be brought back. */
  get canRestore(): boolean {
    return !this.open && this.dropped !== null;
  }

  /** Brings back the card that was dropped last. False when there is none. */
  restore(): boolean {
    if (this.open || !this.dropped) return false;
    this.open = this.dropped;
    this.dropped = null;
    return true;
  }

  /** Forgets everything: another project is open. */
  reset(): void {
    this.projectId = '';
    this.saved = null;
    this.open = null;
    this.dropped = null;
    this.failed = null;
    this.last = { source: null, event: null, asOf: null };
  }
}

export const cards = new Cards();
