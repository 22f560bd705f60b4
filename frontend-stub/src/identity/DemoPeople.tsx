import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { signIn } from '../api';
import { ProblemAlert } from '../shared/ProblemAlert';
import { texts } from './texts';

interface DemoPerson {
  name: string;
  email: string;
  password: string;
  organization: string;
}

/** Where the demo's people are told; the server puts it into the page only where the demo is. */
const address = document.querySelector<HTMLMetaElement>('meta[name="upline-demo-people"]')?.content;

async function fetchPeople(from: string): Promise<DemoPerson[]> {
  const answer = await fetch(from);
  return answer.ok ? ((await answer.json()) as DemoPerson[]) : [];
}

/** The people of the demo, one click each. */
export function DemoPeople({ onSignedIn }: { onSignedIn: () => void }) {
  const people = useQuery({ queryKey: ['demo-people'], queryFn: () => fetchPeople(address as string), enabled: address !== undefined });
  const enter = useMutation({ mutationFn: (person: DemoPerson) => signIn(person.email, person.password), onSuccess: onSignedIn });
  const organizations = Map.groupBy(people.data ?? [], (person) => person.organization);
  if (organizations.size === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-label={texts.demo}>
      <Title order={2} size="h5">
        {texts.demo}
      </Title>
      <Text size="sm" c="dimmed">
        {texts.demoHelp}
      </Text>
      <ProblemAlert error={enter.error} />
      {[...organizations].map(([organization, members]) => (
        <div key={organization}>
          <Text size="sm" fw={600} mb={4}>
            {organization}
          </Text>
          <Group gap={6}>
            {members.map((person) => (
              <Button key={person.email} size="compact-sm" variant="default" title={person.email} disabled={enter.isPending} onClick={() => enter.mutate(person)}>
                {person.name}
              </Button>
            ))}
          </Group>
        </div>
      ))}
    </Stack>
  );
}
