import { expect, test } from 'vitest';
import { bytes, day, daysUntil } from './format';

test('a day stays the day that the API says, wherever the reader is', () => {
  expect(day('2026-03-01')).toBe(new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(new Date(2026, 2, 1)));
});

test('days are counted from the reader’s calendar day and not from the hour', () => {
  const lateInTheEvening = new Date(2026, 10, 29, 23, 30);
  expect(daysUntil('2026-11-30', lateInTheEvening)).toBe(1);
  expect(daysUntil('2026-11-29', lateInTheEvening)).toBe(0);
  expect(daysUntil('2026-11-27', lateInTheEvening)).toBe(-2);
});

test('sizes are said in the unit that people use', () => {
  expect(bytes(10)).toBe('10 bytes');
  expect(bytes(2048)).toMatch(/2\s?kB/);
  expect(bytes(10 * 1024 ** 2)).toMatch(/10\s?MB/);
});
