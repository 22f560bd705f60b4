import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import type { ChangeType, FieldDifference, ReviewOutcome } from '../api';
import { useCodes } from '../shared/codes';
import { DifferenceTable } from '../shared/difference/DifferenceTable';
import { time } from '../shared/format';
import { useList, type ListPageOf } from '../shared/list/useList';
import { Awaited } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { texts as shared } from '../shared/texts';
import { texts } from './texts';

interface Disclosure {
  submissionId: string;
  submissionReference: string;
  submissionRevision: number;
  receiptNumber: string;
  disclosedAt: string;
  changeType: ChangeType;
  late?: boolean;
  outcome?: ReviewOutcome;
  differences: FieldDifference[];
}

interface Props {
  queryKey: readonly unknown[];
  list: (cursor: string | undefined, init: RequestInit) => Promise<ListPageOf<Disclosure>>;
}

/** Each time that a record was disclosed, and what that told anew. */
export function DisclosureHistory({ queryKey, list: fetchPage }: Props) {
  const codes = useCodes();
  const list = useList<Disclosure>(queryKey, fetchPage);
  if (list.isPending || list.error) return <Awaited error={list.error} retry={list.retry} />;
  return (
    <Stack>
      <Stack component="ol" gap="xs" p={0} m={0}>
        {list.items.map((disclosure) => (
          <Card key={disclosure.submissionId + disclosure.submissionRevision} withBorder component="li" padding="sm">
            <Stack gap="xs">
              <Group gap="xs">
                <PathLink to={`/submissions/${disclosure.submissionId}`}>{texts.disclosure(disclosure.submissionReference, disclosure.submissionRevision)}</PathLink>
                <Badge>{codes.label('ChangeType', disclosure.changeType)}</Badge>
                {disclosure.late && <Badge>{texts.late}</Badge>}
                {disclosure.outcome && <Badge>{codes.label('ReviewOutcome', disclosure.outcome)}</Badge>}
                <Text size="sm" c="dimmed">
                  {[time(disclosure.disclosedAt), disclosure.receiptNumber].join(' · ')}
                </Text>
              </Group>
              {disclosure.differences.length > 0 && <DifferenceTable differences={disclosure.differences} label={texts.differences(disclosure.submissionReference)} />}
            </Stack>
          </Card>
        ))}
      </Stack>
      {list.more && (
        <Button variant="default" w="fit-content" loading={list.isFetchingMore} onClick={list.more}>
          {shared.showMore}
        </Button>
      )}
    </Stack>
  );
}
