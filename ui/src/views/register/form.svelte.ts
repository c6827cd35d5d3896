import { project } from '../../stores/project.svelte';
import { register } from '../../stores/register.svelte';
import { errorWords, write } from '../../stores/writes';
import { uses } from './uses.svelte';

/** The fields of one entry: each is kept when it is left, and what goes wrong is said beside it. */
export class Form {
  trouble = $state<Record<string, string>>({});
  private readonly id: () => string;

  constructor(id: () => string) {
    this.id = id;
  }

  get readOnly(): boolean {
    return project.readOnly;
  }

  /** Keeps a field; an empty value takes it away. */
  async save(field: string, value: string): Promise<void> {
    await this.ask(field, () => write('edit', { id: this.id(), fields: [[field, value]] }));
  }

  /** Does something for a field. Answers whether it was done. */
  async ask(field: string, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      await Promise.all([register.load(), uses.load()]);
      this.trouble = { ...this.trouble, [field]: '' };
      return true;
    } catch (error) {
      this.trouble = { ...this.trouble, [field]: errorWords(error) };
      return false;
    }
  }
}
