/** A name as it is matched: accents off, case folded, white space and apostrophes as one kind. */
export function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a list offers. */
export type Option = {
  value: string;
  label: string;
  /** Said beside the label, in small. */
  detail?: string;
  aliases?: string[];
  /** Of a source: its family. */
  family?: string;
};

/** How the value of an option begins that is not there yet: choosing it makes it. */
export const NEW = 'new:';

/** The name that an option would make, if it would. */
export const newName = (option: Option): string | null =>
  option.value.startsWith(NEW) ? option.value.slice(NEW.length) : null;

/** How well a folded query fits an option: less is better, `null` not at all. */
function rank(option: Option, query: string): number | null {
  let best: number | null = null;
  for (const [index, name] of [option.label, ...(option.aliases ?? [])].entries()) {
    const folded = fold(name);
    const fit =
      folded === query
        ? 0
        : folded.startsWith(query)
          ? 1
          : folded.includes(` ${query}`)
            ? 2
            : folded.includes(query)
              ? 3
              : null;
    if (fit === null) continue;
    const weighed = fit * 2 + (index > 0 ? 1 : 0);
    if (best === null || weighed < best) best = weighed;
  }
  if (best !== null) return best;
  // Words of several of its names, as a number and who gave it.
  const all = [option.label, option.detail ?? '', ...(option.aliases ?? [])].map(fold).join(' ');
  return query.split(' ').every((word) => all.includes(word)) ? 10 : null;
}

/** The options that fit a query, the best first; among equals the given order stays. */
export function matching(options: Option[], query: string, limit = 60): Option[] {
  const folded = fold(query);
  if (folded === '') return options.slice(0, limit);
  return options
    .map((option) => ({ option, fit: rank(option, folded) }))
    .filter((found): found is { option: Option; fit: number } => found.fit !== null)
    .sort((a, b) => a.fit - b.fit)
    .slice(0, limit)
    .map((found) => found.option);
}

/** The option that a name means: its label or an alias, whatever the accents and the case. */
export function meant(options: Option[], name: string): Option | undefined {
  const folded = fold(name);
  return (
    options.find((option) => fold(option.label) === folded) ??
    options.find((option) => option.aliases?.some((alias) => fold(alias) === folded))
  );
}
