import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, tagged, type Remark } from '../api';
import { useList } from '../shared/list/useList';

export const useSubmission = (submissionId: string) =>
  useQuery({
    queryKey: ['submission', submissionId, 'details'],
    queryFn: () => tagged(api.submissions.getSubmissionRaw({ submissionId })),
  });

/** What was remarked on the submission and its rows. */
export const useRemarks = (submissionId: string) =>
  useList<Remark>(['submission', submissionId, 'remarks'], (cursor, init) => api.submissions.listSubmissionComments({ submissionId, cursor, limit: 200 }, init));

/** After a step everything that is shown of it is read anew, and what it takes off the list of work as well. */
export function useRefreshed(submissionId: string) {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [['submission', submissionId], ['submissions'], ['work'], ['relationships'], ['incidents']].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
}
