import { shell, type Settings } from '../ipc';
import { setLanguage } from '../locales';
import { showError } from './writes';

/** What the user chose for the program itself: language, theme, name. Undo does not reach it. */
class SettingsStore {
  data = $state<Settings>({
    language: null,
    theme: 'system',
    contrast: 'system',
    text_size: 100,
    measure: 'usual',
    by: null,
    letter_keys: true,
    keys: {},
    claim_columns: null,
  });

  async load(): Promise<void> {
    this.data = await shell('settings_get', {});
    this.apply();
  }

  async set(patch: Partial<Settings>): Promise<void> {
    this.data = { ...this.data, ...patch };
    this.apply();
    try {
      await shell('settings_set', { ...this.data });
    } catch (error) {
      showError(error);
    }
  }

  private apply(): void {
    setLanguage(this.data.language);
    document.documentElement.dataset.theme = this.data.theme;
  }
}

export const settings = new SettingsStore();
