/** The list of articles, for the keys that go between it and the text. */
export const LIST = 'article-list';

/** Gives the list of articles the focus. */
export function toList(): void {
  document.getElementById(LIST)?.focus();
}
