import { Breadcrumbs, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { PathLink } from './PathLink';
import { ProblemAlert } from './ProblemAlert';
import { texts } from './texts';

interface PageProps {
  title: string;
  /** Beside the title, such as a state. */
  mark?: ReactNode;
  intro?: ReactNode;
  actions?: ReactNode;
  /** The page that this one lies beneath. */
  above?: { label: string; to: string };
  children: ReactNode;
}

/** What every page begins with: where one is, its title, and what can be done. */
export function Page({ title, mark, intro, actions, above, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Upline`;
  }, [title]);
  return (
    <Stack gap="md">
      {above && (
        <Breadcrumbs component="nav" aria-label="Breadcrumb" className="no-print">
          <PathLink to={above.to} size="sm">
            {above.label}
          </PathLink>
          <Text size="sm" c="dimmed" aria-current="page">
            {title}
          </Text>
        </Breadcrumbs>
      )}
      <Group justify="space-between" align="flex-start">
        <Group gap="sm" className="title">
          <Title order={1} size="h2">
            {title}
          </Title>
          {mark}
        </Group>
        {actions && (
          <Group gap="xs" className="no-print">
            {actions}
          </Group>
        )}
      </Group>
      {intro && <Text c="dimmed">{intro}</Text>}
      {children}
    </Stack>
  );
}

/** While a page's one thing is on its way, and when it does not come. */
export function Awaited({ error, retry, height = 240 }: { error?: unknown; retry?: () => void; height?: number }) {
  return error ? (
    <ProblemAlert error={error} {...(retry ? { retry } : {})} />
  ) : (
    <div role="status" aria-label={texts.loading}>
      <Skeleton h={height} />
    </div>
  );
}

/** A list, or part of a page, that has nothing in it, and what to do about that. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <Stack align="center" gap="sm" py="xl" px="md" className="empty">
      <Text c="dimmed" ta="center">
        {children}
      </Text>
      {action}
    </Stack>
  );
}
