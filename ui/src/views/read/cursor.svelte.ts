import {
  extendSentence,
  extendWord,
  nextNumber,
  nextSentence,
  sentenceAt,
  wholeWords,
  words,
  type Pair,
  type Span,
} from '../../annotator/steps';
import type { CardDraft } from '../../annotator/draft.svelte';
import type { ArticleView } from '../../ipc';
import type { Text } from '../../ipc/offsets';
import { finding } from '../../stores/finding.svelte';
import { register } from '../../stores/register.svelte';

/** What the cursor walks: the article, its text, and the numbers that no figure has taken. */
type Walked = { view: ArticleView; text: Text; left: Pair[] };

/** How much of a block around the cursor is cut into words, in code points: a block may be a whole book. */
const REACH = 3_000;

/** The words that a key would record, and the number among them that `n` stopped at. */
export class Cursor {
  span = $state.raw<Span | null>(null);
  number = $state.raw<Span | null>(null);
  private readonly words: Span[] = $derived(this.span ? this.wordsOver(this.span) : []);

  constructor(
    private readonly walked: () => Walked,
    /** Told of every step, with the words to be brought into view. */
    private readonly stepped: (to: Span) => void,
  ) {}

  put(span: Span | null, number: Span | null = null): void {
    if (!span) return;
    // Whoever walks the words will soon record some, and then choose from the register. What fails is told there.
    void register.ready().catch(() => {});
    this.span = span;
    this.number = number;
    this.stepped(number ?? span);
  }

  clear(): void {
    this.span = this.number = null;
  }

  /** Words marked by hand: whole ones are meant. */
  mark(span: Span): void {
    this.span = wholeWords(span, this.wordsOver(span));
    this.number = null;
  }

  /**
   * The words and numbers that stand out. An open card's do; of a statement that is there the words are marked already.
   */
  shown(draft: CardDraft | null): { words: Span[]; numbers: Span[] } {
    // While words are looked for, what is found stands out alone.
    if (finding.open) return { words: [], numbers: [] };
    if (!draft) {
      return { words: this.span ? [this.span] : [], numbers: this.span && this.number ? [this.number] : [] };
    }
    const numbers = draft.figures.flatMap(({ start, end }) =>
      start === null || end === null ? [] : [{ start, end }],
    );
    return { words: draft.statementId === null ? [{ start: draft.start, end: draft.end }] : [], numbers };
  }

  /** To the sentence after or before a place. */
  toSentence(from: number, back = false): void {
    this.put(nextSentence(this.walked().view.sentences, from, back));
  }

  /** To the next number that no figure has taken; false when none is left. */
  toNumber(from: number, back = false): boolean {
    const { view, left } = this.walked();
    const start = this.number?.start ?? (back || !this.span ? from : from - 1);
    const found = nextNumber(left, start, back);
    if (found) this.put(sentenceAt(view.sentences, found.start) ?? found, found);
    return found !== null;
  }

  /** Takes in the next sentence, or lets go of the last one. */
  growSentence(back = false): void {
    this.put(this.span && extendSentence(this.span, this.walked().view.sentences, back));
  }

  /** Takes in the next word, or lets go of the last one. */
  growWord(back = false): void {
    this.put(this.span && extendWord(this.span, this.words, back), this.number);
  }

  /** The words around a span: of the blocks that it touches and of the one after it. */
  private wordsOver(span: Span): Span[] {
    const { view, text } = this.walked();
    const first = view.blocks.findLast((block) => block.start <= span.start);
    const last = view.blocks.find((block) => block.end > span.end) ?? view.blocks.at(-1);
    const from = Math.max(first?.start ?? 0, span.start - REACH);
    const to = Math.min(last?.end ?? text.length, span.end + REACH);
    return words(text, from, to, view.article.language);
  }
}
