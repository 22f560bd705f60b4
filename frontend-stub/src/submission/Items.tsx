import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { api, download, type ChangeType, type DifferencesSince, type Submission, type SubmissionItem } from '../api';
import { DownloadButton } from '../shared/DownloadButton';
import { Filters, type Filter } from '../shared/list/Filters';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Awaited, Empty } from '../shared/Page';
import { texts as shared } from '../shared/texts';
import { useMay } from '../shared/user';
import { CommentDialog, type CommentPlace } from './CommentDialog';
import { Item } from './Item';
import { texts } from './texts';
import { useRemarks } from './useSubmission';

type Search = {
  changeType?: string;
  since?: string;
  changedSinceReturn?: string;
};

/** What can be asked of a submission that was returned and came again. */
const AFTER_RETURN: Filter[] = [
  {
    kind: 'choice',
    name: 'changedSinceReturn',
    label: texts.changedSinceReturn,
    options: [
      { value: 'true', label: shared.yes },
      { value: 'false', label: shared.no },
    ],
  },
  { kind: 'code', name: 'since', label: texts.since, codes: 'DifferencesSince' },
];

/** What is in a submission, each record with what changed, field by field. */
export function Items({ submission }: { submission: Submission }) {
  const may = useMay();
  const [place, setPlace] = useState<CommentPlace>();
  const [{ changeType, since, changedSinceReturn }] = useFilters<Search>();
  const asked = {
    submissionId: submission.id,
    changeType: changeType as ChangeType | undefined,
    since: since as DifferencesSince | undefined,
    changedSinceReturn: changedSinceReturn === undefined ? undefined : changedSinceReturn === 'true',
  };
  const remarks = useRemarks(submission.id);
  const list = useList<SubmissionItem>(['submission', submission.id, 'items', submission.changedAt, asked], (cursor, init) => api.submissions.listSubmissionItems({ ...asked, cursor }, init));
  const isFiltered = Boolean(changeType ?? changedSinceReturn);
  const canComment = may('addSubmissionComment') && submission.possibleActions.includes('RETURN');
  return (
    <Stack>
      <Group justify="space-between" align="flex-end">
        <Filters name={texts.items} filters={[{ kind: 'code', name: 'changeType', label: texts.changeType, codes: 'ChangeType' }, ...(submission.revision > 1 ? AFTER_RETURN : [])]} />
        <DownloadButton file={(format) => download(api.submissionFiles.exportSubmissionItemsRaw({ ...asked, format }))} />
      </Group>
      {(list.isPending || list.error) && <Awaited error={list.error} retry={list.retry} />}
      {!list.isPending && !list.error && list.items.length === 0 && <Empty>{isFiltered ? shared.noMatch : submission.nil ? texts.nil : texts.noItems}</Empty>}
      <Stack component="ul" gap="xs" p={0} m={0}>
        {list.items.map((item) => (
          <Item key={item.relationship?.id ?? item.incident?.id} item={item} remarks={remarks.items} {...(canComment ? { onComment: setPlace } : {})} />
        ))}
      </Stack>
      {list.more && (
        <Group justify="center">
          <Button variant="default" loading={list.isFetchingMore} onClick={list.more}>
            {shared.showMore}
          </Button>
        </Group>
      )}
      {place && <CommentDialog submissionId={submission.id} place={place} onClose={() => setPlace(undefined)} />}
    </Stack>
  );
}
