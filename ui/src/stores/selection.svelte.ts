import type { ImportSource } from '../ipc';

export type Place = 'read' | 'compare' | 'claims';
export type Drawer = 'register' | 'history' | 'settings';

/** Where somebody is in the window. */
type Spot = {
  place: Place;
  articleId: string | null;
  statementId: string | null;
  figureId: string | null;
  /** Code points to bring into view, where no statement is meant. */
  at: number | null;
};

/** Where the user is: place, article, statement, event; and the way back. */
class Selection {
  place = $state<Place>('read');
  drawer = $state<Drawer | null>(null);
  /** The entry that the register is to show, when it is opened on one. */
  drawerEntry = $state<string | null>(null);
  /** What is about to be imported; none when the sheet is closed, empty when nothing is chosen yet. */
  importing = $state<ImportSource[] | null>(null);
  searching = $state(false);
  /** The sheet of keys is open. */
  helping = $state(false);
  /** The dialog about the program is open. */
  about = $state(false);
  /** Everything is shown for this event only. */
  eventId = $state<string | null>(null);
  articleId = $state<string | null>(null);
  statementId = $state<string | null>(null);
  figureId = $state<string | null>(null);
  at = $state<number | null>(null);

  private visited = $state<Spot[]>([]);

  go(place: Place): void {
    this.place = place;
  }

  /** Opens an article, at a statement if one is meant. The way back leads to where the user was. */
  openArticle(
    articleId: string,
    spot: { statementId?: string | null; figureId?: string | null; at?: number | null } = {},
  ): void {
    if (this.place !== 'read') this.remember();
    this.place = 'read';
    this.articleId = articleId;
    this.statementId = spot.statementId ?? null;
    this.figureId = spot.figureId ?? null;
    this.at = spot.at ?? null;
  }

  get canGoBack(): boolean {
    return this.visited.length > 0;
  }

  back(): void {
    const spot = this.visited.pop();
    if (spot) Object.assign(this, spot);
  }

  /** Opens the import sheet, or adds to what stands in it. */
  startImport(sources: ImportSource[]): void {
    this.importing = [...(this.importing ?? []), ...sources];
  }

  openDrawer(drawer: Drawer, entry: string | null = null): void {
    this.drawer = drawer;
    this.drawerEntry = entry;
  }

  closeDrawer(): void {
    this.drawer = null;
    this.drawerEntry = null;
  }

  /** Forgets everything: another project is open. */
  reset(): void {
    this.place = 'read';
    this.drawer = null;
    this.importing = null;
    this.searching = false;
    this.helping = false;
    this.about = false;
    this.eventId = null;
    this.articleId = null;
    this.statementId = null;
    this.figureId = null;
    this.at = null;
    this.visited = [];
  }

  private remember(): void {
    this.visited.push({
      place: this.place,
      articleId: this.articleId,
      statementId: this.statementId,
      figureId: this.figureId,
      at: this.at,
    });
  }
}

export const selection = new Selection();
