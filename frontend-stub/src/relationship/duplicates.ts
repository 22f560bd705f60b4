import type { Relationship } from '../api';

/** Those that the API takes for what may be the same entity, by what people call them. */
export const duplicatesOf = (saved: Relationship) => (saved.possibleDuplicates ?? []).map(({ id, legalName, reference }) => ({ id, name: `${legalName} (${reference})` }));
