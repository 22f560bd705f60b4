import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Finding, type FindingAnswerDraft, type FindingDraft } from '../api';
import { rules as answerRules } from '../api/generated/rules/FindingAnswerDraft';
import { rules } from '../api/generated/rules/FindingDraft';
import { ActionDialog } from '../shared/ActionDialog';
import { useCodes } from '../shared/codes';
import { time } from '../shared/format';
import { useList } from '../shared/list/useList';
import { Awaited, Empty } from '../shared/Page';
import { texts as shared } from '../shared/texts';
import { useKey } from '../shared/useKey';
import { useMay } from '../shared/user';
import { AssignWork } from '../work/AssignWork';
import { texts } from './texts';

function FindingCard({ finding, onAnswer }: { finding: Finding; onAnswer: () => void }) {
  const may = useMay();
  const codes = useCodes();
  return (
    <Card withBorder component="li" padding="sm">
      <Stack gap="xs">
        <Group gap="xs">
          <Badge>{codes.label('FindingKind', finding.kind)}</Badge>
          {!finding.visibleToAgency && <Badge>{texts.hidden}</Badge>}
          <Text size="sm" c="dimmed">
            {texts.by(finding.by, time(finding.at))}
          </Text>
        </Group>
        <Text>{finding.text}</Text>
        {finding.answers.map((answer) => (
          <Text key={answer.at} size="sm" pl="md">
            <Text component="span" c="dimmed" size="sm">
              {`${texts.answer}, ${texts.by(answer.by, time(answer.at))}: `}
            </Text>
            {answer.text}
          </Text>
        ))}
        {may('answerFinding') && (
          <Group gap="xs">
            <Button size="compact-sm" variant="default" aria-label={texts.answerTo(finding.text)} onClick={onAnswer}>
              {texts.answer}
            </Button>
            <AssignWork subjectKind="FINDING" subjectId={finding.id} name={finding.text} size="compact-sm" />
          </Group>
        )}
      </Stack>
    </Card>
  );
}

/** What the carrier found on an incident, and what the agency answered. */
export function Findings({ incidentId }: { incidentId: string }) {
  const may = useMay();
  const queries = useQueryClient();
  const keyOf = useKey();
  const [isAdding, setAdding] = useState(false);
  const [answering, setAnswering] = useState<Finding>();
  const list = useList<Finding>(['findings', incidentId], (cursor, init) => api.findings.listFindings({ incidentId, cursor }, init));
  if (list.isPending || list.error) return <Awaited error={list.error} retry={list.retry} />;
  const add = may('addFinding') && (
    <Button w="fit-content" onClick={() => setAdding(true)}>
      {texts.addFinding}
    </Button>
  );
  return (
    <Stack>
      {list.items.length === 0 ? <Empty action={add}>{may('addFinding') ? texts.noFindings : texts.noFindingsYet}</Empty> : add}
      <Stack component="ul" gap="xs" p={0} m={0}>
        {list.items.map((finding) => (
          <FindingCard key={finding.id} finding={finding} onAnswer={() => setAnswering(finding)} />
        ))}
      </Stack>
      {list.more && (
        <Button variant="default" w="fit-content" loading={list.isFetchingMore} onClick={list.more}>
          {shared.showMore}
        </Button>
      )}
      {answering && (
        <ActionDialog<FindingAnswerDraft>
          title={texts.answer}
          intro={answering.text}
          rules={answerRules}
          labels={texts.answerLabels}
          send={(findingAnswerDraft) => api.findings.answerFinding({ findingId: answering.id, findingAnswerDraft, idempotencyKey: keyOf([answering.id, findingAnswerDraft]) })}
          onClose={() => setAnswering(undefined)}
          onDone={() => {
            setAnswering(undefined);
            for (const queryKey of [['findings', incidentId], ['work']]) void queries.invalidateQueries({ queryKey });
          }}
        />
      )}
      {isAdding && (
        <ActionDialog<FindingDraft>
          title={texts.addFinding}
          rules={rules}
          labels={texts.findingLabels}
          send={(findingDraft) => api.findings.addFinding({ incidentId, findingDraft, idempotencyKey: keyOf(findingDraft) })}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false);
            for (const queryKey of [['findings', incidentId], ['work']]) void queries.invalidateQueries({ queryKey });
          }}
        />
      )}
    </Stack>
  );
}
