import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { api, download, type PlanItem } from '../api';
import { useCodes } from '../shared/codes';
import { useDownload } from '../shared/files';
import { bytes, day, inDays, time } from '../shared/format';
import { ProblemAlert } from '../shared/ProblemAlert';
import { isStep, type Step } from './StepDialog';
import { texts } from './texts';

interface Props {
  planId: string;
  item: PlanItem;
  onStep: (step: Step) => void;
}

/** One thing that is to be done, the evidence of it, and what can be done about that. */
export function PlanItemCard({ planId, item, onStep }: Props) {
  const codes = useCodes();
  const file = useDownload();
  return (
    <Card withBorder component="li" padding="sm">
      <Stack gap="xs">
        <Group justify="space-between">
          <Group gap="xs">
            <Text fw={600}>{item.title}</Text>
            <Badge>{codes.label('PlanItemState', item.state)}</Badge>
            {item.overdue && <Badge>{texts.overdue}</Badge>}
          </Group>
          <Group gap="xs" className="no-print">
            {item.possibleActions.filter(isStep).map((step) => (
              <Button key={step} size="compact-sm" variant="default" aria-label={texts.stepOf(texts.steps[step], item.title)} onClick={() => onStep(step)}>
                {texts.steps[step]}
              </Button>
            ))}
          </Group>
        </Group>
        <Text size="sm" c="dimmed">
          {[item.owner, texts.due(day(item.dueDate), inDays(item.dueDate))].join(' · ')}
        </Text>
        {item.evidence.map((evidence) => (
          <Text key={evidence.at} size="sm">
            <Text component="span" size="sm" c="dimmed">
              {`${texts.by(time(evidence.at), evidence.by)}: `}
            </Text>
            {texts.evidence(evidence.text, evidence.reference)}
          </Text>
        ))}
        {item.attachments.map(({ attachment }) => (
          <Button
            key={attachment.id}
            size="compact-sm"
            variant="default"
            w="fit-content"
            loading={file.isPending}
            onClick={() => file.mutate(() => download(api.correctiveActionPlans.downloadPlanAttachmentRaw({ planId, itemId: item.id, attachmentId: attachment.id })))}
          >
            {texts.download(attachment.note ?? codes.label('AttachmentKind', attachment.kind), bytes(attachment.bytes))}
          </Button>
        ))}
        <ProblemAlert error={file.error} />
        {item.rejectionReason && (
          <Text size="sm">
            <Text component="span" size="sm" fw={600}>
              {`${texts.rejected}: `}
            </Text>
            {item.rejectionReason}
          </Text>
        )}
      </Stack>
    </Card>
  );
}
