import { expect, test } from 'vitest';
import { monthsBetween, recentMonths } from './months';

test('months go on over the end of a year', () => {
  expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
});

test('a last month before the first leaves none', () => {
  expect(monthsBetween('2026-02', '2026-01')).toEqual([]);
});

test('the month that runs is the last of six', () => {
  expect(recentMonths(new Date(2026, 1, 28, 23, 59))).toEqual({ first: '2025-09', last: '2026-02' });
});
