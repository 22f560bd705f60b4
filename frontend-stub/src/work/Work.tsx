import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, type WorkItem, type WorkKind, type WorkUrgency } from '../api';
import { addressOf } from '../shared/addresses';
import { useCodes } from '../shared/codes';
import { day, inDays, month, time } from '../shared/format';
import { Awaited, Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { useUser } from '../shared/user';
import { texts } from './texts';

const URGENCIES: readonly [WorkUrgency, string][] = [
  ['CRITICAL', texts.critical],
  ['OVERDUE', texts.overdue],
  ['SOON', texts.soon],
  ['WAITING', texts.waiting],
];
const OF_REMARKS: ReadonlySet<WorkKind> = new Set<WorkKind>(['REMARK', 'ANSWERED_REMARK']);
const MOST = 50;

function Item({ item }: { item: WorkItem }) {
  const user = useUser();
  const codes = useCodes();
  const at = addressOf(item.subject, user, item.organization?.id);
  // A submission opens with its contents; what is to be answered stands beside them.
  const address = at && OF_REMARKS.has(item.kind) ? `${at}?tab=remarks` : at;
  const kind = codes.label('WorkKind', item.kind);
  const name = item.subject.reference ?? (item.subject.period ? month(item.subject.period) : kind);
  return (
    <Card withBorder component="li" padding="sm">
      <Group justify="space-between" gap="xs" wrap="wrap">
        <Group gap="xs">
          {address ? (
            <PathLink to={address} fw={600}>
              {name}
            </PathLink>
          ) : (
            <Text fw={600}>{name}</Text>
          )}
          {name !== kind && <Badge>{kind}</Badge>}
        </Group>
        {item.dueOn && <Text size="sm">{texts.due(day(item.dueOn), inDays(item.dueOn))}</Text>}
      </Group>
      <Text size="sm" mt={4}>
        {item.why}
      </Text>
      <Group gap="md" mt={4}>
        {item.organization && (
          <Text size="sm" c="dimmed">
            {item.organization.name}
          </Text>
        )}
        {item.assignee && (
          <Text size="sm" c="dimmed">
            {texts.givenTo(item.assignee.name)}
          </Text>
        )}
        {item.since && (
          <Text size="sm" c="dimmed">
            {texts.since(time(item.since))}
          </Text>
        )}
      </Group>
    </Card>
  );
}

/** The list to begin the day with. */
export default function Work() {
  const work = useQuery({ queryKey: ['work'], queryFn: () => api.work.getWorkList() });
  const items = work.data?.items ?? [];
  return (
    <Page title={texts.title} intro={texts.intro}>
      {!work.data && <Awaited error={work.error} retry={() => void work.refetch()} />}
      {work.data && items.length === 0 && <Empty>{texts.nothing}</Empty>}
      {URGENCIES.map(([urgency, label]) => {
        const those = items.filter((item) => item.urgency === urgency);
        return those.length === 0 ? null : (
          <section key={urgency} aria-label={label}>
            <Title order={2} size="h4" mb="xs">
              {label}
            </Title>
            <Stack component="ul" gap="xs" p={0} m={0}>
              {those.map((item) => (
                <Item key={`${item.kind}${item.subject.id ?? item.subject.period ?? ''}${item.organization?.id ?? ''}`} item={item} />
              ))}
            </Stack>
          </section>
        );
      })}
      {items.length >= MOST && <Text c="dimmed">{texts.more(items.length)}</Text>}
    </Page>
  );
}
