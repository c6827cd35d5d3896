/** A long article with many statements, for how the window bears it. Made up, and the same each time. */
import type { ArticleView } from '../../src/ipc';

/** Where the statements of a long article stand: code points of its text. */
export type LongArticle = {
  text: string;
  read: Pick<ArticleView, 'blocks' | 'sentences' | 'numbers'>;
  marks: { start: number; end: number; figure: { start: number; end: number; point: string } }[];
};

const CLAIMS = [
  ['The interior ministry said that ', ' people had been killed in the northern districts of the town.'],
  ['Hospitals counted ', ' injured by the evening, most of them workers of the port.'],
  ['A spokesman for the rescuers put the missing at ', ', and warned that the search would take days.'],
  ['Residents spoke of ', ' houses destroyed along the quay and in the streets behind it.'],
] as const;
const REST =
  'Nobody could say when the road to the harbour would be open again, and the shops stayed shut. ' +
  'Those who had left in the night were slow to come back, and the ferries lay where they had been tied up.';

/** About `length` characters in paragraphs, with `count` statements spread over them evenly. */
export function longArticle(length = 1_000_000, count = 5_000): LongArticle {
  const made: LongArticle = { text: '', read: { blocks: [], sentences: [], numbers: [] }, marks: [] };
  const parts: string[] = [];
  let at = 0;
  const add = (piece: string): number => {
    parts.push(piece);
    at += piece.length;
    return at - piece.length;
  };
  const title = 'The long night of Port Selm, hour by hour';
  made.read.blocks.push({ kind: 'title', start: add(title), end: title.length });
  const paragraphs = Math.max(1, Math.round(length / 500));
  let said = 0;
  for (let paragraph = 0; paragraph < paragraphs; paragraph++) {
    add('\n\n');
    const start = at;
    for (; said < ((paragraph + 1) * count) / paragraphs; said++) {
      const [before, after] = CLAIMS[said % CLAIMS.length] ?? CLAIMS[0];
      const point = String(11 + ((said * 7) % 980));
      const from = add(before);
      const number = add(point);
      const to = add(after) + after.length;
      made.read.sentences.push([from, to]);
      made.read.numbers.push([number, number + point.length]);
      made.marks.push({ start: from, end: to, figure: { start: number, end: number + point.length, point } });
      add(' ');
    }
    while (at - start < 470) {
      const from = add(REST);
      made.read.sentences.push([from, at]);
      const hours = String(2 + (paragraph % 20));
      const number = add(` It took ${hours} `) + ' It took '.length;
      add('hours.');
      made.read.sentences.push([number - 8, at]);
      made.read.numbers.push([number, number + hours.length]);
      add(' ');
    }
    made.read.blocks.push({ kind: 'paragraph', start, end: at });
  }
  made.text = parts.join('');
  return made;
}
