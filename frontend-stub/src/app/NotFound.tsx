import { Button, Container, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { texts } from './texts';

/** An address that leads nowhere. */
export function NotFound() {
  useEffect(() => {
    document.title = `${texts.notFound} · ${texts.name}`;
  }, []);
  return (
    <Container component="main" size="sm" py="xl">
      <Stack align="flex-start">
        <Title order={1} size="h2">
          {texts.notFound}
        </Title>
        <Text>{texts.notFoundDetail}</Text>
        <Button component={Link} to="/">
          {texts.toStart}
        </Button>
      </Stack>
    </Container>
  );
}
