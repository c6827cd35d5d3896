/** What is looked for in the open article. */
class Finding {
  open = $state(false);
  query = $state('');
  /** Words that the search of the project found for the query, where the article does not have the query itself. */
  alike = $state.raw<string[]>([]);

  /** Looks for words from now on. */
  begin(query: string, alike: string[] = []): void {
    this.query = query;
    this.alike = alike;
    this.open = true;
  }

  close(): void {
    this.open = false;
    this.alike = [];
  }
}

export const finding = new Finding();
