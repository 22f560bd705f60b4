import type { Incident } from '../api';

/** Those that the API takes for what may be the same incident, by what people call them. */
export const duplicatesOf = (saved: Incident) => (saved.possibleDuplicates ?? []).map(({ id, reference, subjectName }) => ({ id, name: `${reference}, ${subjectName}` }));
