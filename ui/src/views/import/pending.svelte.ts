import type { ArticleDraft } from '../../components/ArticleFields.svelte';
import { call, type ApiError, type ArticleMeta, type ImportPreview, type ImportSource } from '../../ipc';

/** An article that is about to be imported: what it was read as, what the person says of it, what went wrong. */
export class Pending {
  readonly from: ImportSource;
  readonly key = crypto.randomUUID();
  looked = $state<ImportPreview | null>(null);
  failed = $state<ApiError | null>(null);
  draft = $state<ArticleDraft>({ title: '', outlet: '', published_at: '', language: '', event: '', url: '' });

  constructor(from: ImportSource) {
    this.from = from;
  }

  /** The file's name; of pasted text, nothing. */
  get file(): string | null {
    return 'path' in this.from ? (this.from.path.split(/[/\\]/).at(-1) ?? null) : null;
  }

  /** Can be imported. */
  get ready(): boolean {
    return this.looked !== null && this.failed === null && this.looked.already === null;
  }

  /** Reads what the import would bring in; what the article says of itself fills the fields. */
  async look(event: string): Promise<void> {
    try {
      const looked = await call('import_look', { from: this.from });
      this.draft = {
        title: looked.title,
        outlet: looked.outlet ?? '',
        published_at: looked.published_at ?? '',
        language: looked.language ?? '',
        event,
        url: looked.url ?? '',
      };
      this.looked = looked;
    } catch (error) {
      this.failed = error as ApiError;
    }
  }

  /** What the person says of it beyond what it says of itself. */
  meta(): ArticleMeta {
    const said: ArticleMeta = {};
    const was: Record<keyof ArticleDraft, string> = {
      title: this.looked?.title ?? '',
      outlet: this.looked?.outlet ?? '',
      published_at: this.looked?.published_at ?? '',
      language: this.looked?.language ?? '',
      event: '',
      url: this.looked?.url ?? '',
    };
    for (const field of Object.keys(was) as (keyof ArticleDraft)[]) {
      const value = this.draft[field].trim();
      if (value !== was[field]) said[field] = value;
    }
    return said;
  }
}
