/** What can have the focus, in the order in which it is tried: where arrow keys were, then anything. */
const FOCUSABLE = ['[tabindex="0"]', ':is(button, input, select, textarea):not(:disabled)'];

/** Whether nothing has the focus, as when the view that had it gave way to another. */
export const isNowhere = (): boolean => document.activeElement === document.body;

/**
 * Keeps the focus within a part of the window when what had it is gone, as when another program took a row away: the
 * nearest thing around it that is still there has it then. A view that puts it elsewhere by itself comes first; one that gives
 * way to another leaves it to that one.
 */
export function keepFocus(root: HTMLElement): () => void {
  /** What had the focus last, and everything around it, from the inside out. */
  let path: Element[] = [];

  function remember(): void {
    path = [];
    for (let at = document.activeElement; at && at !== root; at = at.parentElement) path.push(at);
  }

  const lost = () => isNowhere() && path[0]?.isConnected === false && path.at(-1)?.isConnected;

  function restore(): void {
    if (!lost()) return;
    for (const around of [...path.filter((one) => one.isConnected), root]) {
      for (const kind of FOCUSABLE) {
        const found = around.querySelector<HTMLElement>(kind);
        if (!found) continue;
        found.focus({ preventScroll: true });
        if (document.activeElement === found) return;
      }
    }
  }

  const observer = new MutationObserver(() => {
    if (lost()) setTimeout(restore);
  });
  observer.observe(root, { childList: true, subtree: true });
  root.addEventListener('focusin', remember);
  return () => {
    observer.disconnect();
    root.removeEventListener('focusin', remember);
  };
}

/**
 * Lets messages have the focus for a while: it goes back to where it came from by Escape, and when what had it among them
 * is gone.
 */
export function lendsFocus(messages: HTMLElement): () => void {
  let from: HTMLElement | null = null;

  function lent(event: FocusEvent): void {
    const before = event.relatedTarget;
    if (before instanceof HTMLElement && !messages.contains(before)) from = before;
  }

  function giveBack(): void {
    if (from?.isConnected) from.focus({ preventScroll: true });
    from = null;
  }

  function pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    giveBack();
  }

  const observer = new MutationObserver(() => {
    if (from && isNowhere()) giveBack();
  });
  observer.observe(messages, { childList: true, subtree: true });
  messages.addEventListener('focusin', lent);
  messages.addEventListener('keydown', pressed);
  return () => {
    observer.disconnect();
    messages.removeEventListener('focusin', lent);
    messages.removeEventListener('keydown', pressed);
  };
}

/**
 * Where the focus begins in a panel that opens: in its first field, else on the whole, never on the button that closes it.
 * To be what a dialog does as it takes the focus.
 */
export function beginsInField(content: () => HTMLElement | null): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    const whole = content();
    const first = whole?.querySelector<HTMLElement>('.body :is(input, select, textarea, button.primary)');
    (first ?? whole)?.focus();
  };
}
