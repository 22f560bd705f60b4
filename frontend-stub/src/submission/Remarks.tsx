import { Badge, Button, Card, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, tagged, type Remark, type RemarkAction } from '../api';
import { useCodes } from '../shared/codes';
import { time } from '../shared/format';
import { Awaited, Empty } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { ProblemAlert } from '../shared/ProblemAlert';
import { texts as shared } from '../shared/texts';
import { useKey } from '../shared/useKey';
import { useUser } from '../shared/user';
import { fieldOf } from './remarkPlace';
import { texts } from './texts';
import { useRemarks } from './useSubmission';

async function step(remarkId: string, action: RemarkAction, text: string, idempotencyKey: string): Promise<Remark> {
  const { etag } = await tagged(api.remarks.getRemarkRaw({ remarkId }));
  const at = { remarkId, ifMatch: etag, idempotencyKey };
  const remarkWord = text ? { text } : {};
  switch (action) {
    case 'ANSWER':
      return api.remarks.answerRemark({ ...at, remarkText: { text } });
    case 'CORRECT':
      return api.remarks.correctRemark({ ...at, remarkText: { text } });
    case 'REOPEN':
      return api.remarks.reopenRemark({ ...at, remarkText: { text } });
    case 'RESOLVE':
      return api.remarks.resolveRemark({ ...at, remarkWord });
    default:
      return api.remarks.withdrawRemark({ ...at, remarkWord });
  }
}

function RemarkCard({ remark, onDone }: { remark: Remark; onDone: () => Promise<void> }) {
  const codes = useCodes();
  const user = useUser();
  const keyOf = useKey();
  const [action, setAction] = useState<RemarkAction>();
  const [text, setText] = useState('');
  const take = useMutation({
    mutationFn: (what: RemarkAction) => step(remark.id, what, text.trim(), keyOf([what, text])),
    onSuccess: async () => {
      // The next step begins from what is there now.
      await onDone();
      setAction(undefined);
      setText('');
    },
  });
  const isCarrier = user.organization.kind === 'CARRIER';
  const record = remark.relationshipId
    ? { reference: remark.relationshipReference, address: `${isCarrier ? '/disclosed-relationships' : '/relationships'}/${remark.relationshipId}` }
    : remark.incidentId
      ? { reference: remark.incidentReference, address: `${isCarrier ? '/triage' : '/incidents'}/${remark.incidentId}` }
      : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (action) take.mutate(action);
  };
  return (
    <Card withBorder component="li" padding="sm">
      <Stack gap="xs">
        <Group gap="xs">
          <Badge>{codes.label('RemarkState', remark.state)}</Badge>
          <Text size="sm" c="dimmed">
            {remark.by}, {time(remark.at)}
          </Text>
          {record ? (
            <PathLink to={record.address} size="sm">
              {texts.remarkOn(`${record.reference ?? ''}${remark.pointer ? ` (${fieldOf(remark)})` : ''}`)}
            </PathLink>
          ) : (
            <Text size="sm">{texts.remarkOn(texts.wholeSubmission)}</Text>
          )}
        </Group>
        <Text>{remark.text}</Text>
        {remark.entries.slice(1).map((entry) => (
          <Text key={entry.at + entry.action} size="sm" pl="md">
            <Text component="span" c="dimmed" size="sm">
              {codes.label('RemarkAction', entry.action)}, {entry.by}, {time(entry.at)}
              {entry.text && ': '}
            </Text>
            {entry.text}
          </Text>
        ))}
        <ProblemAlert error={take.error} />
        {action ? (
          <form onSubmit={submit}>
            <Stack gap="xs">
              <Textarea label={`${texts.remarkActions[action]}: ${texts.text}`} autosize minRows={2} value={text} onChange={(event) => setText(event.currentTarget.value)} />
              <Group>
                <Button type="submit" size="compact-sm" loading={take.isPending}>
                  {texts.remarkActions[action]}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => setAction(undefined)}>
                  {shared.cancel}
                </Button>
              </Group>
            </Stack>
          </form>
        ) : (
          <Group gap="xs">
            {remark.possibleActions.map((possible) => (
              <Button key={possible} size="compact-sm" variant="default" onClick={() => setAction(possible)}>
                {texts.remarkActions[possible]}
              </Button>
            ))}
          </Group>
        )}
      </Stack>
    </Card>
  );
}

/** What the carrier remarked, where, and what was said to it. */
export function Remarks({ submissionId }: { submissionId: string }) {
  const queries = useQueryClient();
  const list = useRemarks(submissionId);
  const onDone = async () => {
    void queries.invalidateQueries({ queryKey: ['work'] });
    await queries.invalidateQueries({ queryKey: ['submission', submissionId] });
  };
  if (list.isPending || list.error) return <Awaited error={list.error} retry={list.retry} />;
  return (
    <Stack>
      {list.items.length === 0 && <Empty>{texts.noRemarks}</Empty>}
      <Stack component="ul" gap="xs" p={0} m={0}>
        {list.items.map((remark) => (
          <RemarkCard key={remark.id} remark={remark} onDone={onDone} />
        ))}
      </Stack>
      {list.more && (
        <Button variant="default" w="fit-content" onClick={list.more}>
          {shared.showMore}
        </Button>
      )}
    </Stack>
  );
}
