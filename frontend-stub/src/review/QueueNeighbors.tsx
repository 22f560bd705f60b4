import { Button, Group, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { PathLink } from '../shared/PathLink';
import { texts } from './texts';
import { useQueue } from './useQueue';

const NO_FILTERS = {};

/** Leads through the queue without going back to it. */
export function QueueNeighbors({ submissionId }: { submissionId: string }) {
  const go = useNavigate();
  const queue = useQueue(NO_FILTERS);
  const place = queue.items.findIndex((item) => item.id === submissionId);
  const isIn = place >= 0;
  const previous = isIn ? queue.items[place - 1] : undefined;
  // What was decided has left the queue; the oldest that is left comes next.
  const next = queue.items[place + 1];
  const open = (submission: { id: string } | undefined) => submission && void go({ to: '/submissions/$submissionId', params: { submissionId: submission.id } });
  useHotkeys([
    ['alt+ArrowUp', () => open(previous)],
    ['alt+ArrowDown', () => open(next)],
  ]);
  if (queue.items.length === 0) return null;
  const links = [
    { label: texts.previous, title: texts.previousKey, shortcut: 'Alt+ArrowUp', submission: previous },
    { label: texts.next, title: texts.nextKey, shortcut: 'Alt+ArrowDown', submission: next },
  ];
  const hasMore = queue.more !== undefined;
  return (
    <Group component="nav" gap="xs" aria-label={texts.title} className="no-print">
      {links.map(({ label, title, shortcut, submission }) =>
        submission ? (
          <Button key={label} component={PathLink} underline="never" size="compact-sm" variant="default" to={`/submissions/${submission.id}`} title={title} aria-keyshortcuts={shortcut}>
            {label}
          </Button>
        ) : null,
      )}
      <Text size="sm" c="dimmed" role="status">
        {isIn ? texts.place(place + 1, queue.total ?? queue.items.length, hasMore && queue.total === undefined) : texts.left(queue.items.length, hasMore)}
      </Text>
    </Group>
  );
}
