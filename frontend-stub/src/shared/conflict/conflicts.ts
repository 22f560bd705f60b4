import { changed, same, type Value, type Values } from '../form/values';

export interface Conflict {
  pointer: string;
  yours: Value;
  theirs: Value;
}

/** The fields that both changed, and not to the same. What only one of them changed fits by itself. */
export function conflictsOf(base: Values, yours: Values, theirs: Values): Conflict[] {
  const others = new Set(changed(base, theirs));
  return changed(base, yours)
    .filter((pointer) => others.has(pointer) && !same(yours[pointer], theirs[pointer]))
    .map((pointer) => ({ pointer, yours: yours[pointer] as Value, theirs: theirs[pointer] as Value }));
}

/** What stands after choosing: theirs, changed by what only you changed and by what you chose of yours. */
export function merged(base: Values, yours: Values, theirs: Values, chosen: ReadonlySet<string>): Values {
  const disputed = new Set(conflictsOf(base, yours, theirs).map((conflict) => conflict.pointer));
  const mine = changed(base, yours).filter((pointer) => !disputed.has(pointer) || chosen.has(pointer));
  return { ...theirs, ...Object.fromEntries(mine.map((pointer) => [pointer, yours[pointer] as Value])) };
}
