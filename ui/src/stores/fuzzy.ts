import { fold } from './fold';

/**
 * How well what somebody typed fits any of these texts: less is better, `null` not at all. Every word typed must fit, as
 * a word, the beginning of one, a part of one, or letters of the text in their order.
 */
export function fit(query: string, texts: string[]): number | null {
  const folded = texts.map(fold);
  let worst = 0;
  for (const word of fold(query).split(' ')) {
    let best: number | null = null;
    for (const text of folded) {
      const cost = wordFit(word, text);
      if (cost !== null && (best === null || cost < best)) best = cost;
    }
    if (best === null) return null;
    worst += best;
  }
  return worst;
}

function wordFit(word: string, text: string): number | null {
  if (text === word) return 0;
  if (` ${text} `.includes(` ${word} `)) return 1;
  if (` ${text}`.includes(` ${word}`)) return 2;
  if (text.includes(word)) return 3;
  return scattered(word, text);
}

/** The letters in their order, from the beginning of a word on and not spread over the whole text. */
function scattered(word: string, text: string): number | null {
  const letters = [...word];
  if (letters.length < 2) return null;
  let best: number | null = null;
  for (const start of text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    if (start[0] !== letters[0]) continue;
    let at = start.index;
    for (const letter of letters.slice(1)) {
      at = at < 0 ? at : text.indexOf(letter, at + 1);
    }
    const spread = (at - start.index + 1) / letters.length;
    if (at >= 0 && spread <= 3 && (best === null || 3 + spread < best)) best = 3 + spread;
  }
  return best;
}
