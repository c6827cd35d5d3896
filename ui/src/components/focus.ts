/** What can have the focus, in the order in which it is tried: where arrow keys were, then anything. */
const FOCUSABLE = ['[tabindex="0"]', ':is(button, input, select, textarea):not(:disabled)'];

/**
 * Keeps the focus within a part of the window when what had it is gone, as when another program took a row away: the
 * nearest thing around it that is still there has it then. A view that puts it elsewhere by itself comes first.
 */
export function keepFocus(root: HTMLElement): () => void {
  /** What had the focus last, and everything around it, from the inside out. */
  let path: Element[] = [];

  function remember(): void {
    path = [];
    for (let at = document.activeElement; at && at !== root; at = at.parentElement) path.push(at);
  }

  const lost = () => document.activeElement === document.body && path[0]?.isConnected === false;

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
