import type { Codes } from '../codes';
import { day, number, time } from '../format';
import { texts } from '../texts';
import { valuesOf, type Rules, type Value } from './values';

/** A value of a record, as people read it. */
export function wordsOf(rules: Rules, codes: Codes, pointer: string, value: Value | undefined): string {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return '';
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (typeof value === 'number') return number(value);
  const rule = rules[pointer];
  if (rule?.kind === 'date') return day(value as string);
  if (rule?.kind === 'time') return time(value as string);
  return [value].flat().map((one) => (rule?.codes ? codes.label(rule.codes, one) : one)).join(', ');
}

/** All that a record says, in the order of the form. */
export const fieldsOf = (rules: Rules, labels: Readonly<Record<string, string>>, codes: Codes, record: unknown): { pointer: string; label: string; words: string }[] =>
  Object.entries(valuesOf(rules, record))
    .filter(([pointer]) => labels[pointer] !== undefined && rules[pointer]?.kind !== 'id')
    .map(([pointer, value]) => ({ pointer, label: labels[pointer] as string, words: wordsOf(rules, codes, pointer, value) }));

/** The same as pairs of label and words. */
export const factsOf = (...of: Parameters<typeof fieldsOf>): [string, string][] => fieldsOf(...of).map(({ label, words }) => [label, words]);
