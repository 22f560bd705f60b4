import { operations } from '../api/generated/operations';

/** What was done, in the contract's words; a command or job is called by its name. */
export const operationWords = (operation: string): string => operations[operation] ?? operation;

export const operationOptions = Object.entries(operations)
  .map(([value, label]) => ({ value, label }))
  .toSorted((one, other) => one.label.localeCompare(other.label));
