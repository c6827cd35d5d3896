/** The parts of Read that F6 goes round: the list of articles, the text, the cards. */
const PANES = ['list', 'text', 'cards'];

/** The list of articles, which has the focus as a whole. */
export const LIST = 'article-list';
/** The field above it. */
export const SEARCH = 'article-search';

/** What of a part can take the focus, the first that is there. */
const TAKES: Record<string, string[]> = {
  list: [`#${LIST}[tabindex="0"]`, `#${SEARCH}`],
  text: ['[data-pane="text"]'],
  cards: ['[data-card="open"] :is(input, select, textarea, button, [tabindex="0"])', '.front [data-card]'],
};

/** Gives the next part the focus, or the one before; one that has nothing to take it is passed over. */
export function toPane(back: boolean): void {
  const here = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane;
  const at = here === undefined ? (back ? 0 : -1) : PANES.indexOf(here);
  for (let step = 1; step <= PANES.length; step++) {
    const pane = PANES[(at + (back ? -step : step) + PANES.length * 2) % PANES.length] ?? '';
    const target = found(pane);
    if (!target) continue;
    target.focus({ preventScroll: pane === 'text' });
    return;
  }
}

/** Gives the text the focus. */
export function toText(): void {
  found('text')?.focus({ preventScroll: true });
}

function found(pane: string): HTMLElement | null {
  for (const selector of TAKES[pane] ?? []) {
    const target = document.querySelector<HTMLElement>(selector);
    if (target) return target;
  }
  return pane === 'cards' ? firstCard() : null;
}

/** The first card in view; where none is drawn, what chooses one. */
function firstCard(): HTMLElement | null {
  const margin = document.querySelector<HTMLElement>('[data-pane="cards"]');
  const cards = [...(margin?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
  const top = margin?.closest('.desk')?.getBoundingClientRect().top ?? 0;
  return (
    cards.find((card) => card.getBoundingClientRect().bottom > top) ??
    cards[0] ??
    margin?.querySelector<HTMLElement>('button:enabled') ??
    null
  );
}
