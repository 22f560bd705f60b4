import { Container, Paper, Stack, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';

/** A page for whoever is not signed in. */
export function Outside({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Upline`;
  }, [title]);
  return (
    <Container component="main" size={460} py="xl">
      <Stack>
        <Title order={1} size="h2" ta="center">
          {title}
        </Title>
        <Paper withBorder p="lg">
          <Stack>{children}</Stack>
        </Paper>
      </Stack>
    </Container>
  );
}
