/** Days, times and numbers in the words of the reader's own locale. */
const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const monthFormat = new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const timeFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const numberFormat = new Intl.NumberFormat();
const relativeFormat = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const DAY_MS = 86_400_000;

/** A day as the API says it, which is a day where the carrier is: no zone of the reader's moves it. */
export const day = (iso: string): string => dayFormat.format(new Date(`${iso}T00:00:00Z`));

/** A month such as `2026-10`. */
export const month = (period: string): string => monthFormat.format(new Date(`${period}-01T00:00:00Z`));

/** An instant, in the reader's own zone. */
export const time = (iso: string): string => timeFormat.format(new Date(iso));

/** An instant as a field for day and time holds it, in the reader's own zone; and back, empty while it is none. */
export function localTime(iso: string): string {
  const at = new Date(iso);
  return iso ? new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16) : '';
}
export const instantOf = (local: string): string => (local ? new Date(local).toISOString() : '');

export const number = (value: number): string => numberFormat.format(value);

/** In how many days a day is, from the reader's own today. */
export function daysUntil(iso: string, now: Date = new Date()): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((Date.parse(`${iso}T00:00:00Z`) - today) / DAY_MS);
}

/** Such as “in 3 days”, “tomorrow” or “2 days ago”. */
export const inDays = (iso: string, now?: Date): string => relativeFormat.format(daysUntil(iso, now), 'day');

const SIZES = ['byte', 'kilobyte', 'megabyte'] as const;

export function bytes(count: number): string {
  const step = count < 1024 ? 0 : count < 1024 ** 2 ? 1 : 2;
  // The short form of a byte has no plural.
  return new Intl.NumberFormat(undefined, { style: 'unit', unit: SIZES[step], unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: 1 }).format(
    count / 1024 ** step,
  );
}
