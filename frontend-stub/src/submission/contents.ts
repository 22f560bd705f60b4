import type { ChangeCounts } from '../api';
import { texts } from './texts';

/** What it holds, in a few words; a declaration of nothing holds just that. */
export const contentsOf = ({ nil, counts }: { nil?: boolean; counts: ChangeCounts }): string =>
  nil ? texts.nil : texts.counts(counts.added, counts.changed, counts.ended, counts.voided);
