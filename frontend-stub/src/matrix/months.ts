const MONTHS_SHOWN = 6;

/** The months from the first to the last, such as `2026-10`. */
export function monthsBetween(first: string, last: string): string[] {
  const [year = 0, month = 1] = first.split('-').map(Number);
  const months: string[] = [];
  for (let step = 0; ; step += 1) {
    const next = new Date(Date.UTC(year, month - 1 + step, 1)).toISOString().slice(0, 7);
    if (next > last) return months;
    months.push(next);
  }
}

/** What is shown at first: the month that runs, and those before it. */
export function recentMonths(now: Date): { first: string; last: string } {
  const [year, month] = [now.getFullYear(), now.getMonth()];
  const name = (back: number) => new Date(Date.UTC(year, month - back, 1)).toISOString().slice(0, 7);
  return { first: name(MONTHS_SHOWN - 1), last: name(0) };
}
