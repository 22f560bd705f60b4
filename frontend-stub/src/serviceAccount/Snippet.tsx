import { Button, Code, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { issuer } from '../api';
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

const keyCommandsOf = (clientId: string) => `openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out upline-key.pem
openssl pkey -in upline-key.pem -pubout

ASSERTION=$(node -e '
  const { randomUUID, sign } = require("node:crypto");
  const key = require("node:fs").readFileSync("upline-key.pem");
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const id = "${clientId}";
  const exp = Math.floor(Date.now() / 1000) + 60;
  const text = part({ alg: "ES256" }) + "." + part({ iss: id, sub: id, aud: "${issuer() ?? ''}", exp, jti: randomUUID() });
  const signature = sign("sha256", Buffer.from(text), { key, dsaEncoding: "ieee-p1363" });
  console.log(text + "." + signature.toString("base64url"));
')
TOKEN=$(curl -s -d grant_type=client_credentials \\
  -d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \\
  -d client_assertion="$ASSERTION" \\
  ${location.origin}/v1/oauth/token | jq -r .access_token)

curl -H "Authorization: Bearer $TOKEN" ${location.origin}/v1/me`;

/** How a machine gets a token, with the client id of this account. */
export function Snippet({ clientId }: { clientId: string }) {
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {texts.howTo}
      </Title>
      <Title order={3} size="h5">
        {texts.withSecret}
      </Title>
      <Text size="sm" c="dimmed">
        {texts.howToIntro}
      </Text>
      <Copyable label={texts.withSecret} value={commandsOf(clientId)} block />
      <Title order={3} size="h5">
        {texts.withKey}
      </Title>
      <Text size="sm" c="dimmed">
        {texts.withKeyIntro}
      </Text>
      <Copyable label={texts.withKey} value={keyCommandsOf(clientId)} block />
    </Stack>
  );
}
