/** What is looked for in the open article. */
class Finding {
  open = $state(false);
  query = $state('');
  /** Words that the search of the project found for the query, where the article does not have the query itself. */
  alike = $state.raw<string[]>([]);
  /** The words are shown while the focus stays where it is: the list of articles looks for them. */
  quiet = $state(false);

  /** Looks for words from now on. */
  begin(query: string, alike: string[] = []): void {
    this.quiet = false;
    this.query = query;
    this.alike = alike;
    this.open = true;
  }

  /** Shows words that the list of articles found. */
  show(query: string, alike: string[]): void {
    this.begin(query, alike);
    this.quiet = true;
  }

  close(): void {
    this.open = false;
    this.quiet = false;
    this.alike = [];
  }
}

export const finding = new Finding();
