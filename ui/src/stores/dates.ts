/** Whether a text is a date as the core takes it: a year, a month, a day or an RFC 3339 time. */
export function isDate(text: string): boolean {
  const parts =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/.exec(
      text,
    );
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  const when = new Date(Date.UTC(year, month - 1, day));
  when.setUTCFullYear(year);
  return (
    when.getUTCMonth() === month - 1 &&
    when.getUTCDate() === day &&
    Number(parts[4] ?? 0) < 24 &&
    Number(parts[5] ?? 0) < 60 &&
    Number(parts[6] ?? 0) <= 60
  );
}

/** Whether a text is a number as the core takes it: a plain decimal of at most 28 digits. */
export function isAmount(text: string): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 28;
}

/**
 * A number as people type it, made plain: `1 300` and `1300` alike. Commas and points are left to the reader of the
 * error, for whom they mean different things in different languages.
 */
export function plainAmount(text: string): string {
  return text.replace(/[\s\u00a0\u202f]/g, '');
}
