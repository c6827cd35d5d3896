import { fold } from '../stores/fold';

/** Folded characters, looked up again and again. */
const FOLDED = new Map<string, string>();

function foldOne(character: string): string {
  let folded = FOLDED.get(character);
  if (folded === undefined) {
    folded = fold(character);
    FOLDED.set(character, folded);
  }
  return folded;
}

/** A text as it is searched, accents and case aside and white space as one kind; each place knows where it came from. */
export class Searched {
  private readonly folded: string;
  /** For each UTF-16 unit of the folded text, the unit of the text that it stands for; and the end. */
  private readonly origins: Uint32Array;

  constructor(text: string) {
    const parts: string[] = [];
    const origins: number[] = [];
    let blank = false;
    for (let at = 0; at < text.length;) {
      const code = text.codePointAt(at) ?? 0;
      const size = code > 0xffff ? 2 : 1;
      const character = text.slice(at, at + size);
      let folded: string;
      if (code < 0x80 && code > 0x20) folded = code === 0x60 ? "'" : character.toLowerCase();
      else if (/\s/u.test(character)) folded = blank ? '' : ' ';
      else folded = foldOne(character);
      if (folded !== '') blank = folded === ' ';
      for (let unit = 0; unit < folded.length; unit++) origins.push(at);
      parts.push(folded);
      at += size;
    }
    origins.push(text.length);
    this.folded = parts.join('');
    this.origins = Uint32Array.from(origins);
  }

  /** Where any of some words stand, in order and apart from each other: UTF-16 places of the text, the end exclusive. */
  matches(words: string[]): { start: number; end: number }[] {
    const found: { start: number; end: number }[] = [];
    for (const word of new Set(words.map(fold))) {
      if (word === '') continue;
      for (let at = this.folded.indexOf(word); at >= 0; at = this.folded.indexOf(word, at + word.length)) {
        found.push({ start: this.origins[at] ?? 0, end: this.origins[at + word.length] ?? 0 });
      }
    }
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    let reach = 0;
    return found.filter(({ start, end }) => {
      if (start < reach) return false;
      reach = end;
      return true;
    });
  }
}
