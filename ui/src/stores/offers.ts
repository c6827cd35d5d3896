/** What fields offer of the words of an article: names to be chosen and made with one key. */
import type { NameOffer } from '../ipc';
import { t, word } from '../locales';
import { fold, meant, NEW, newName, type Option } from './fold';
import { events, sources, speakers } from './options';

/** A list with its first so many options being offers of the place it is asked at. */
export type Offered = { options: Option[]; suggested: number };

/** Offers before the register: those that the register knows as its own entries, the others to be made. */
function before(register: Option[], offers: Option[]): Offered {
  const first: Option[] = [];
  for (const offer of offers) {
    const known = meant(register, offer.label);
    const option = known ?? { ...offer, value: NEW + offer.label };
    if (!first.some((other) => other.value === option.value)) first.push(option);
  }
  const rest = register.filter((option) => !first.some((other) => other.value === option.value));
  return { options: [...first, ...rest], suggested: first.length };
}

const made = (name: string, what: string | null): Option => ({
  value: name,
  label: name,
  detail: what ? t('combobox.newOf', { what }) : t('combobox.new'),
});

/** Sources, those first that the words name. */
export function offeredSources(names: NameOffer[]): Offered {
  const bodies = names.filter((name) => name.bearer === 'body');
  return before(
    sources(),
    bodies.map((name) => made(name.name, name.kind && word('source_kind', name.kind))),
  );
}

/** Who may pass a statement on, media that the words name and the article's own outlet first. */
export function offeredChannels(names: NameOffer[], outlet: string | null): Offered {
  const media = names.filter((name) => name.bearer === 'body' && name.kind !== null && MEDIA.has(name.kind));
  const offers = media.map((name) => made(name.name, name.kind && word('source_kind', name.kind)));
  if (outlet) offers.push(made(outlet, word('source_kind', 'media')));
  return before(sources(), offers);
}

const MEDIA = new Set(['news_agency', 'media', 'state_media', 'social_media']);

/** Speakers, the persons that the words name first. */
export function offeredSpeakers(names: NameOffer[]): Offered {
  const persons = names.filter((name) => name.bearer === 'person');
  return before(
    speakers(),
    persons.map((name) => made(name.name, name.role)),
  );
}

/** Events, and the article's title for one that is not there yet. */
export function offeredEvents(title: string): Offered {
  const all = events();
  const offer = title.trim() === '' ? [] : [made(title.trim(), null)];
  const { options, suggested } = before(all, offer);
  // Events that are there are likelier than a new one.
  return all.length > 0 && suggested === 1 && newName(options[0] ?? { value: '', label: '' }) !== null
    ? { options: [...options.slice(1), ...options.slice(0, 1)], suggested: 1 }
    : { options, suggested };
}

/** The kind that the words give to a body of that name. */
export function kindOf(names: NameOffer[], name: string, outlet: string | null = null): string | undefined {
  const found = names.find((offer) => offer.bearer === 'body' && fold(offer.name) === fold(name));
  return found?.kind ?? (name === outlet ? 'media' : undefined);
}
