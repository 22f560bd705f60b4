import { Button, Checkbox, Group, SimpleGrid, Text } from '@mantine/core';
import type { Role } from '../api';
import { scopes } from '../api/generated/scopes';
import { texts } from './texts';

const READING = ':read';

/** The words for a scope; a single operation is called as the contract calls it. */
export const scopeWords = (scope: string): string => scopes[scope]?.label ?? scope;

interface Props {
  role: Role | undefined;
  value: string[];
  onChange: (scopes: string[]) => void;
  fault?: string | undefined;
}

/** What a machine may be given in its role, each with what it lets the machine do. */
export function ScopePicker({ role, value, onChange, fault }: Props) {
  if (!role) return <Text c="dimmed">{texts.scopesOfRole}</Text>;
  const given = Object.entries(scopes).flatMap(([name, { label, operations }]) => {
    const possible = operations.filter((operation) => operation.roles.includes(role)).map(({ summary }) => summary);
    return possible.length === 0 ? [] : [{ name, label, possible }];
  });
  const single = value.filter((scope) => !(scope in scopes));
  const reading = given.map(({ name }) => name).filter((name) => name.endsWith(READING));
  return (
    <Checkbox.Group label={texts.scopes} description={texts.scopesHelp} withAsterisk value={value} onChange={onChange} error={fault}>
      <Group my="sm" gap="sm">
        <Button size="compact-sm" variant="default" onClick={() => onChange([...new Set([...value, ...reading])])}>
          {texts.allReading}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {texts.chosen(value.length)}
        </Text>
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }} verticalSpacing="sm" mb="xs">
        {given.map(({ name, label, possible }) => (
          <Checkbox key={name} value={name} label={label} description={possible.join(' · ')} />
        ))}
        {single.map((name) => (
          <Checkbox key={name} value={name} label={name} description={texts.ownScopes} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}
