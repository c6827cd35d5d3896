import { shell, type Settings } from '../ipc';
import { setLanguage } from '../locales';
import { showError } from './writes';

/** How large everything in the window can be, in percent. */
export const ZOOMS = [100, 125, 150, 175, 200];

/** Whether the desktop asks for more contrast. */
const asksForMore = window.matchMedia('(prefers-contrast: more)');

/** What the user chose for the program itself: language, theme, name. Undo does not reach it. */
class SettingsStore {
  data = $state<Settings>({
    language: null,
    theme: 'system',
    contrast: 'system',
    zoom: 100,
    text_size: 100,
    measure: 'usual',
    by: null,
    letter_keys: true,
    keys: {},
    claim_columns: null,
    started_before: true,
    first_steps: true,
    read_imports: true,
    claim_widths: {},
    article_order: 'imported',
  });

  /** Settles when everything chosen so far is kept. */
  private keeping: Promise<void> | null = null;

  constructor() {
    asksForMore.addEventListener('change', () => this.apply());
  }

  async load(): Promise<void> {
    this.take(await shell('settings_get', {}));
  }

  /** Takes what was chosen elsewhere. */
  take(chosen: Settings): void {
    this.data = chosen;
    this.apply();
  }

  set(patch: Partial<Settings>): Promise<void> {
    this.data = { ...this.data, ...patch };
    this.apply();
    this.keeping ??= this.keep().finally(() => (this.keeping = null));
    return this.keeping;
  }

  /** Sends what is chosen, one after the other: of two that travel together the older could arrive last. */
  private async keep(): Promise<void> {
    for (let sent: Settings | null = null; sent !== this.data;) {
      sent = this.data;
      try {
        await shell('settings_set', { ...sent });
      } catch (error) {
        showError(error);
      }
    }
  }

  /** Makes everything larger (1) or smaller (-1) by one step. */
  async zoom(step: 1 | -1): Promise<void> {
    const next =
      step > 0
        ? ZOOMS.find((zoom) => zoom > this.data.zoom)
        : ZOOMS.findLast((zoom) => zoom < this.data.zoom);
    if (next !== undefined) await this.set({ zoom: next });
  }

  /** Gives a command another single character for a key; an empty one is none, `null` the usual one. */
  async setKey(command: string, chord: string | null): Promise<void> {
    const { [command]: _, ...others } = this.data.keys;
    await this.set({ keys: chord === null ? others : { ...others, [command]: chord } });
  }

  private apply(): void {
    setLanguage(this.data.language);
    const { theme, contrast } = this.data;
    const more = contrast === 'more' || (contrast === 'system' && asksForMore.matches);
    Object.assign(document.documentElement.dataset, { theme, contrast: more ? 'more' : 'normal' });
  }
}

export const settings = new SettingsStore();

/** How large the words of an article may be. Percent. */
export const TEXT_SIZES = [80, 90, 100, 110, 125, 150, 175, 200];

function resize(by: number): void {
  const size = settings.data.text_size;
  const next = by > 0 ? TEXT_SIZES.find((one) => one > size) : TEXT_SIZES.findLast((one) => one < size);
  if (next !== undefined) void settings.set({ text_size: next });
}

/** The commands that change the size of the text. */
export const textSizes = {
  textLarger: () => resize(1),
  textSmaller: () => resize(-1),
  textUsual: () => void settings.set({ text_size: 100 }),
};
