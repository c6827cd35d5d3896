import { describe, expect, it, vi } from 'vitest';
import { Drawing } from '../src/annotator/draw';
import { Searched } from '../src/annotator/find';
import { drawn } from '../src/annotator/marks';
import { ticks } from '../src/annotator/minimap';
import { marksAt, Page } from '../src/annotator/page';
import type { ArticleView, StatementView } from '../src/ipc';
import { Text } from '../src/ipc/offsets';
import { fake } from './fake/project';

const found = (text: string, ...words: string[]) =>
  new Searched(text).matches(words).map(({ start, end }) => text.slice(start, end));

describe('finding words', () => {
  it('leaves accents, case and the kind of white space aside', () => {
    expect(found('Blessés, BLESSES et\u00a0 blesse\u0301s', 'blessés')).toEqual([
      'Blessés',
      'BLESSES',
      'blesse\u0301s',
    ]);
    expect(found('at\u00a0least\n18', 'at least 18')).toEqual(['at\u00a0least\n18']);
    expect(found('l’eau', "l'eau")).toEqual(['l’eau']);
  });

  it('finds Arabic without its vowels, Chinese, and what stands behind emoji', () => {
    expect(found('قَالَتْ وزارة الصحة', 'قالت')).toEqual(['قَالَتْ']);
    expect(found('死亡人数升至18人', '人数')).toEqual(['人数']);
    expect(found('🚒🚒 eighteen 🚒', 'EIGHTEEN')).toEqual(['eighteen']);
  });

  it('finds nothing for nothing, and never one match inside another', () => {
    expect(found('aaa', '')).toEqual([]);
    expect(found('aaaa', 'aa')).toEqual(['aa', 'aa']);
    expect(found('the fires', 'fire', 'fires')).toEqual(['fires']);
  });
});

describe('the map of an article', () => {
  it('has one tick for a line, however much is marked in it', () => {
    const marked = Array.from({ length: 5_000 }, (_, index) => ({
      start: index * 200,
      family: index === 7 ? 'un' : 'state',
      trouble: index === 4_999,
    }));
    const left = marked.map(({ start }): [number, number] => [start + 100, start + 102]);
    const map = ticks(1_000_000, 200, marked, left);
    expect(map).toHaveLength(200);
    expect(map.filter((tick) => tick.trouble).map((tick) => tick.line)).toEqual([199]);
    expect(map.every((tick) => tick.left && tick.family === 'state')).toBe(true);
  });

  it('tells numbers that are left from statements', () => {
    const map = ticks(100, 10, [{ start: 0, family: 'media', trouble: false }], [[95, 97]]);
    expect(map).toEqual([
      { line: 0, family: 'media', trouble: false, left: false },
      { line: 9, family: null, trouble: false, left: true },
    ]);
  });
});

/** The article of the sample project that has statements. */
async function sample(
  begin: 'samples' | 'long' = 'samples',
  title = /kills at least 18/,
): Promise<ArticleView> {
  const core = fake(begin);
  const row = core.state.articles.find((other) => title.test(other.row.title))!.row;
  return (await core.call('article', { id: row.id })) as ArticleView;
}

function show(view: ArticleView, statements: StatementView[] = view.statements) {
  const root = document.createElement('div');
  const text = new Text(view.text);
  const drawing = new Drawing(root, () => {});
  const draw = (now: StatementView[]) => drawing.show(text, view.blocks, drawn(now), 'en', 0);
  draw(statements);
  return { root, text, draw, page: new Page(root, text, view.blocks, drawing.elements) };
}

describe('the drawn article', () => {
  it('says of each mark who says what', async () => {
    const view = await sample();
    const { root } = show(view);
    const mark = root.querySelector<HTMLElement>(`[data-mark="${view.statements[0]!.id}"]`)!;
    expect(mark.tagName).toBe('MARK');
    expect(mark.title).toBe(
      'Interior Ministry of Varland: ≥\u00a018 injured · persons; >\u00a01,300 persons',
    );
    expect(root.textContent).toBe(view.text.replaceAll('\n\n', ''));
  });

  it('knows which words a range covers and where words stand, through marks and emoji', async () => {
    const view = await sample();
    const { page, text } = show(view);
    for (const words of [
      'at least 18 people and',
      'grain dust alight 👩‍🚒. Nobody',
      'Tuesday.\n\nThe Health',
    ]) {
      const start = text.offsets.toPoints(view.text.lastIndexOf(words));
      const span = { start, end: start + [...words].length };
      const range = page.range(span)!;
      expect(range.toString()).toBe(words.replaceAll('\n\n', ''));
      expect(page.spanOf(range)).toEqual(span);
    }
  });

  it('draws anew only the block that a change of marks concerns', async () => {
    const view = await sample();
    const { root, draw } = show(view);
    const before = [...root.querySelectorAll('.block')].map((block) => block.firstChild);
    draw(view.statements.slice(1));
    const anew = [...root.querySelectorAll('.block')].filter(
      (block, index) => block.firstChild !== before[index],
    );
    expect(anew).toHaveLength(1);
    expect(anew[0]!.textContent).toContain('has killed at least 18');
    expect(anew[0]!.querySelector('mark')).toBeNull();
  });

  it('keeps overlapping marks apart, and finds all that lie over a word', async () => {
    const view = await sample();
    const [first] = view.statements;
    const inner = { ...first!, id: 'inner', start: first!.start + 4, end: first!.end + 10, figures: [] };
    const { root } = show(view, [first!, inner]);
    const mark = root.querySelector<HTMLElement>('[data-mark="inner"]')!;
    expect(mark.style.getPropertyValue('--lane')).toBe('1');
    expect(marksAt(mark)).toEqual(['inner', first!.id]);
  });

  it('writes Arabic and Hebrew larger, block by block', () => {
    const parts = ['قال إن 31 قتيلاً', 'The port (مرفأ) burnt', 'שלושים הרוגים', '12 345'];
    const whole = parts.join('\n\n');
    let start = 0;
    const blocks = parts.map((part) => {
      const block = { kind: 'paragraph', start, end: start + part.length };
      start += part.length + 2;
      return block;
    });
    const { root } = show({ text: whole, blocks, statements: [] } as unknown as ArticleView);
    const scripts = [...root.querySelectorAll<HTMLElement>('.block')].map(({ dataset }) => dataset.script);
    expect(scripts).toEqual(['arabic', undefined, 'hebrew', undefined]);
  });

  it('bears a text without any letter and a word of ten thousand', () => {
    const whole = `12 345\n\n…\n\n${'a'.repeat(10_000)}`;
    const view = {
      text: whole,
      blocks: [
        { kind: 'title', start: 0, end: 6 },
        { kind: 'paragraph', start: 8, end: 9 },
        { kind: 'paragraph', start: 11, end: whole.length },
      ],
      statements: [],
    } as unknown as ArticleView;
    const { root, page } = show(view);
    expect(root.querySelectorAll('.block')).toHaveLength(3);
    expect(page.range({ start: 11, end: 20 })?.toString()).toBe('a'.repeat(9));
  });

  it('has every word of a long article at once, and every mark soon after', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const view = await sample('long', /night, marked/);
    const { root } = show(view);
    expect(root.textContent).toBe(view.text.replaceAll('\n\n', ''));
    const atOnce = root.querySelectorAll('mark').length;
    expect(atOnce).toBeGreaterThan(0);
    expect(atOnce).toBeLessThan(500);
    vi.runAllTimers();
    vi.useRealTimers();
    expect(root.querySelectorAll('mark[data-tag]')).toHaveLength(5_000);
  }, 60_000);
});
