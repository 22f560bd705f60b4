import { Button, Code, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { texts as shared } from '../shared/texts';
import { texts } from './texts';

/** A text that is to be taken along as it is. */
export function Copyable({ label, value, block = false }: { label: string; value: string; block?: boolean }) {
  return (
    <Group gap="xs" align="flex-start">
      <Code block={block} className="copyable" tabIndex={block ? 0 : undefined} role={block ? 'region' : undefined} aria-label={block ? label : undefined}>
        {value}
      </Code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="default" onClick={copy} aria-label={`${shared.copy}: ${label}`}>
            {copied ? shared.copied : shared.copy}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}

const commandsOf = (clientId: string) => `TOKEN=$(curl -s -u "${clientId}:$UPLINE_SECRET" \\
  -d grant_type=client_credentials \\
  ${location.origin}/v1/oauth/token | jq -r .access_token)

curl -H "Authorization: Bearer $TOKEN" ${location.origin}/v1/me`;

/** How a machine gets a token, with the client id of this account. */
export function Snippet({ clientId }: { clientId: string }) {
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {texts.howTo}
      </Title>
      <Text size="sm" c="dimmed">
        {texts.howToIntro}
      </Text>
      <Copyable label={texts.howTo} value={commandsOf(clientId)} block />
      <Text size="sm" c="dimmed">
        {texts.howToKeys}
      </Text>
    </Stack>
  );
}
