import { api, type Submission, type SubmissionKind } from '../api';
import { useList } from '../shared/list/useList';
import type { FILTERS } from './routes';

export type Search = { [name in (typeof FILTERS)[number]]?: string };

const SHOWN = 50;

/** What waits for the carrier's decision, the oldest first. */
export const useQueue = ({ kind, period, agencyId, upline }: Search) =>
  useList<Submission>(['submissions', 'queue', kind, period, agencyId, upline], (cursor, init) =>
    api.submissions.listSubmissions(
      { status: 'SUBMITTED', sort: 'SUBMITTED_AT', kind: kind as SubmissionKind | undefined, period, agencyId, upline, cursor, limit: SHOWN, includeTotal: cursor === undefined },
      init,
    ),
  );
