import i18next from 'i18next';
import en from './en.json';
import fr from './fr.json';

/** Every language that the window speaks. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Initialised at once: the catalogue is part of the program, nothing is fetched. */
const catalogue = i18next.createInstance();
void catalogue.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en }, fr: { translation: fr } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

let current = $state<Language>('en');

/** The language of the window. */
export function language(): Language {
  return current;
}

/** The language that the system asks for, of those there are. */
export function systemLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

export function setLanguage(chosen: Language | null): void {
  current = chosen ?? systemLanguage();
  void catalogue.changeLanguage(current);
  document.documentElement.lang = current;
}

/** Words that take no parameters, by language and key; none where the catalogue lacks them. Lists ask by the thousand. */
const plain = new Map<string, string | null>();

function lookUp(key: string): string | null {
  const asked = `${current} ${key}`;
  let found = plain.get(asked);
  if (found === undefined) {
    found = catalogue.exists(key, { lng: current }) ? catalogue.t(key, { lng: current }) : null;
    plain.set(asked, found);
  }
  return found;
}

/** Words of the catalogue. Read in a template, it follows the language. */
export function t(key: string, params?: Record<string, unknown>): string {
  if (params === undefined) return lookUp(key) ?? key;
  return catalogue.t(plural(key, params.count), { lng: current, ...params });
}

/** French says a million differently (`1 000 000 de lignes`); where a sentence does not, it is plural as any other. */
function plural(key: string, count: unknown): string {
  if (typeof count !== 'number' || new Intl.PluralRules(current).select(count) !== 'many') return key;
  return ['_many', '_other'].map((form) => key + form).find(has) ?? key;
}

/** Whether the catalogue has the key. */
export function has(key: string): boolean {
  return lookUp(key) !== null;
}

/** A word of a vocabulary; a project's own word is shown as it was written. */
export function word(vocabulary: string, value: string): string {
  const key = `${vocabulary}.${value}`;
  return has(key) ? t(key) : value.replaceAll('_', ' ');
}
