import type { Remark } from '../api';
import { labels as incidentLabels } from '../incident/texts';
import { labels as relationshipLabels } from '../relationship/texts';

/** The field that a remark is on, as the record's own page calls it. */
export function fieldOf({ pointer, relationshipId }: Remark): string | undefined {
  const labels: Readonly<Record<string, string>> = relationshipId ? relationshipLabels : incidentLabels;
  return pointer && (labels[pointer] ?? pointer.slice(1).replaceAll('/', ' › '));
}
