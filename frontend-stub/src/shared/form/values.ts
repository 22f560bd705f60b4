/** The contract's own rule for a field, as `scripts/contract.mjs` takes it from there. */
export interface Rule {
  readonly kind: 'text' | 'longText' | 'code' | 'codes' | 'texts' | 'yesNo' | 'number' | 'date' | 'time' | 'id' | 'secret';
  readonly required?: boolean;
  /** The name of the code list. */
  readonly codes?: string;
  readonly help?: string;
  readonly example?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
}
/** Rules by JSON pointer. */
export type Rules = Readonly<Record<string, Rule>>;

export type Value = string | boolean | number | string[] | null;
/** What stands in a form: flat, by JSON pointer, so that the API's faults find their fields. */
export type Values = Record<string, Value>;

const isList = (rule: Rule) => rule.kind === 'codes' || rule.kind === 'texts';
const EMPTY = (rule: Rule): Value => (isList(rule) ? [] : rule.kind === 'yesNo' ? null : '');
const isEmpty = (value: Value) => value === null || value === '' || (Array.isArray(value) && value.length === 0);
const stepsOf = (pointer: string) => pointer.slice(1).split('/');
const ofActions = (pointer: string) => pointer.includes('/*/');

function at(record: unknown, pointer: string): unknown {
  return stepsOf(pointer).reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], record);
}

function put(body: Record<string, unknown>, pointer: string, value: unknown): void {
  const steps = stepsOf(pointer);
  const last = steps.pop() as string;
  let place = body;
  for (const step of steps) place = (place[step] ??= {}) as Record<string, unknown>;
  place[last] = value;
}

/** What a record of the API looks like in the form. */
export function valuesOf(rules: Rules, record: unknown = {}): Values {
  return Object.fromEntries(
    Object.entries(rules)
      .filter(([pointer]) => !ofActions(pointer))
      .map(([pointer, rule]) => [pointer, (at(record, pointer) as Value | undefined) ?? EMPTY(rule)]),
  );
}

const sent = (value: Value): Value => (typeof value === 'string' ? value.trim() : value);

/** The body of a new record: what was left empty is left out. */
export function bodyOf<T>(values: Values): T {
  const body: Record<string, unknown> = {};
  for (const [pointer, value] of Object.entries(values)) if (!isEmpty(value)) put(body, pointer, sent(value));
  return body as T;
}

export const same = (one: Value | undefined, other: Value | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The pointers whose values differ. */
export const changed = (before: Values, after: Values): string[] =>
  Object.keys(after).filter((pointer) => !same(before[pointer], after[pointer]));

/** A JSON merge patch: what changed, `null` for what was emptied; a block that was emptied is `null` as a whole. */
export function patchOf<T>(before: Values, after: Values): T {
  const patch: Record<string, unknown> = {};
  for (const pointer of changed(before, after)) {
    const value = after[pointer] as Value;
    const block = pointer.slice(0, pointer.lastIndexOf('/'));
    const isGone = block !== '' && Object.keys(after).every((other) => !other.startsWith(`${block}/`) || isEmpty(after[other] as Value));
    if (isGone) put(patch, block, null);
    else put(patch, pointer, isEmpty(value) && !Array.isArray(value) ? null : sent(value));
  }
  return patch as T;
}
