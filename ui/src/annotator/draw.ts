import type { BlockView } from '../ipc';
import type { Text } from '../ipc/offsets';
import { t } from '../locales';
import { describe, type DrawnMark } from './marks';
import { blockAt, firstIndex } from './page';
import { segments, type Segment } from './segments';

/** Lines under overlapping marks are drawn apart as long as they fit between two lines of the text. */
const LANES = 3;
/** How many blocks are drawn before the window is left to show them. */
const AT_ONCE = 20;
/** How many of them stand above the place that is read from. */
const BEFORE = 6;
/** How long a pause is made use of. Milliseconds. */
const SLICE = 12;
/** How long the window is left alone before, to show what is drawn and to hear keys. Milliseconds. */
const REST = 20;
/** About so many characters make a line. */
const LINE = 80;

/** The marks that reach each of an article's blocks; both are in order of their start. */
export function reaching(blocks: BlockView[], marks: DrawnMark[]): DrawnMark[][] {
  const reached = blocks.map((): DrawnMark[] => []);
  let first = 0;
  for (const mark of marks) {
    while (first < blocks.length && (blocks[first]?.end ?? 0) <= mark.start) first++;
    for (let at = first; at < blocks.length; at++) {
      if ((blocks[at]?.start ?? 0) >= mark.end) break;
      reached[at]?.push(mark);
    }
  }
  return reached;
}

/** What a block's marks look like: when it is the same, there is nothing to draw anew. */
function lookOf(marks: DrawnMark[]): string {
  const parts: unknown[] = [];
  for (const { id, start, end, family, line, lane, kind, statement } of marks) {
    parts.push(id, start, end, family, line, lane);
    if (kind === 'figure') continue;
    parts.push(statement.source?.name, statement.speaker?.name);
    for (const { qualifier, point, low, high, unit, measure, severity, group } of statement.figures) {
      parts.push(qualifier, point, low, high, unit, measure, severity, group);
    }
  }
  return parts.join('\u0001');
}

const TAGS: Record<string, string> = { title: 'h2', heading: 'h3', quote: 'blockquote' };

/**
 * An article drawn as blocks of its own words, with the marks over them. Words of third parties are text, never HTML.
 * Of many blocks, those in view get their marks at once and the others in the pauses that follow.
 */
export class Drawing {
  /** The drawn blocks, in order. */
  elements: HTMLElement[] = [];
  private shown: { text: Text; blocks: BlockView[]; language: string } | null = null;
  private looks: string[] = [];
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly root: HTMLElement,
    /** Told when blocks were drawn anew: what holds on to their nodes is to be made again. */
    private readonly redrawn: () => void,
  ) {}

  /**
   * Shows the blocks of a text. `language` is that of the marks' own words; `from` is the place that a text which was not
   * shown before is read from.
   */
  show(text: Text, blocks: BlockView[], marks: DrawnMark[], language: string, from: number): void {
    clearTimeout(this.waiting);
    const isNew = this.shown?.text.whole !== text.whole || this.shown.blocks.length !== blocks.length;
    if (isNew) {
      this.elements = blocks.map((block) => blockElement(block, text));
      this.root.replaceChildren(...grouped(this.elements));
      this.looks = blocks.map(() => '');
    }
    if (this.shown?.language !== language) this.looks = this.looks.map((look) => look && '*');
    this.shown = { text, blocks, language };

    const reached = reaching(blocks, marks);
    const looks = reached.map(lookOf);
    const changed = looks.flatMap((look, index) => (look === this.looks[index] ? [] : [index]));
    if (changed.length === 0) return;
    const drawOne = (index: number) => {
      const [element, block] = [this.elements[index], blocks[index]];
      if (!element || !block) return;
      const pieces = segments(block.start, block.end, reached[index] ?? []);
      element.replaceChildren(...pieces.map((piece) => drawPiece(piece, 0, text)));
      this.looks[index] = looks[index] ?? '';
    };
    const later =
      changed.length <= AT_ONCE ? [] : outOfView(changed, isNew ? blockAt(blocks, from) : this.firstInView());
    const waiting = new Set(later);
    changed.filter((index) => !waiting.has(index)).forEach(drawOne);
    this.redrawn();
    const goOn = () => {
      const until = performance.now() + SLICE;
      while (later.length > 0 && performance.now() < until) drawOne(later.shift() ?? 0);
      this.redrawn();
      if (later.length > 0) this.waiting = setTimeout(goOn, REST);
    };
    if (later.length > 0) this.waiting = setTimeout(goOn, 5 * REST);
  }

  stop(): void {
    clearTimeout(this.waiting);
  }

  private firstInView(): number {
    const { elements } = this;
    return firstIndex(elements.length, (at) => (elements[at]?.getBoundingClientRect().bottom ?? 0) > 0);
  }
}

/** Of blocks by their index, those that are not among the first to be seen, the nearest ones first. */
function outOfView(changed: number[], first: number): number[] {
  const from = Math.max(0, changed.findIndex((index) => index >= first) - BEFORE);
  return [...changed.slice(from + AT_ONCE), ...changed.slice(0, from).toReversed()];
}

/** So many blocks lie in one group. */
const GROUP = 40;

/** Blocks in groups: when one of them changes, its own group is laid out anew and not the thousands of others. */
function grouped(elements: HTMLElement[]): HTMLElement[] {
  const groups: HTMLElement[] = [];
  for (let at = 0; at < elements.length; at += GROUP) {
    const group = document.createElement('div');
    group.className = 'group';
    group.append(...elements.slice(at, at + GROUP));
    groups.push(group);
  }
  return groups;
}

function blockElement(block: BlockView, text: Text): HTMLElement {
  const element = document.createElement(TAGS[block.kind] ?? 'p');
  element.className = `block ${block.kind}`;
  element.dir = 'auto';
  element.dataset.start = String(block.start);
  // As high as its words will make it, so that the way through a long article is its length from the first.
  const lines = Math.max(1, Math.ceil((block.end - block.start) / LINE));
  element.style.containIntrinsicSize = `auto ${(lines * 1.8).toFixed(1)}em`;
  const words = text.slice(block.start, block.end);
  const script = smallScript(words);
  if (script) element.dataset.script = script;
  element.textContent = words;
  return element;
}

/** How much of a block is looked at for its script, in UTF-16 units. */
const LOOKED_AT = 400;

/**
 * The script that most letters of a block are in, where its letters are smaller than Latin ones of the same size: theirs have
 * no capitals, and Arabic ones lie in half the height.
 */
export function smallScript(words: string): 'arabic' | 'hebrew' | null {
  const begun = words.slice(0, LOOKED_AT);
  const count = (letters: RegExp) => begun.match(letters)?.length ?? 0;
  const [letters, arabic, hebrew] = [/\p{L}/gu, /\p{Script=Arabic}/gu, /\p{Script=Hebrew}/gu].map(count);
  if ((arabic ?? 0) * 2 > (letters ?? 0)) return 'arabic';
  return (hebrew ?? 0) * 2 > (letters ?? 0) ? 'hebrew' : null;
}

function drawPiece(piece: Segment<DrawnMark>, depth: number, text: Text): Node {
  const mark = piece.marks[depth];
  if (!mark) return document.createTextNode(text.slice(piece.start, piece.end));
  const element = document.createElement(mark.kind === 'figure' ? 'b' : 'mark');
  if (mark.kind === 'figure') {
    element.className = 'figure';
  } else {
    element.className = `mark family-${mark.family} ${mark.line}`;
    element.dataset.mark = mark.id;
    if (piece.start === mark.start) element.dataset.tag = t(`familyTag.${mark.family}`);
    if (mark.lane > 0) element.style.setProperty('--lane', String(Math.min(mark.lane, LANES)));
    element.title = describe(mark.statement);
  }
  element.append(drawPiece(piece, depth + 1, text));
  return element;
}
