import { Button, Table, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type ServiceAccount, type ServiceAccountCredential, type Tagged } from '../api';
import { ActionDialog } from '../shared/ActionDialog';
import { useCodes } from '../shared/codes';
import { time } from '../shared/format';
import { Empty } from '../shared/Page';
import { useKey } from '../shared/useKey';
import { useMay } from '../shared/user';
import { texts } from './texts';

/** The secrets and keys with which a machine shows who it is. */
export function Credentials({ read: { value, etag } }: { read: Tagged<ServiceAccount> }) {
  const may = useMay();
  const codes = useCodes();
  const queries = useQueryClient();
  const keyOf = useKey();
  const [revoking, setRevoking] = useState<ServiceAccountCredential>();
  return (
    <>
      <Title order={2} size="h4">
        {texts.credentials}
      </Title>
      <Text size="sm" c="dimmed">
        {texts.twoAtMost}
      </Text>
      {value.credentials.length === 0 ? (
        <Empty>{texts.credentialsEmpty}</Empty>
      ) : (
        <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': texts.credentials } }}>
          <Table withTableBorder>
            <Table.Thead>
              <Table.Tr>
                {[texts.kind, texts.hint, texts.since, texts.expires, texts.lastUsed, texts.revoke].map((heading) => (
                  <Table.Th key={heading}>{heading}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {value.credentials.map((credential) => (
                <Table.Tr key={credential.id}>
                  <Table.Td>{codes.label('ServiceAccountCredentialKind', credential.kind)}</Table.Td>
                  <Table.Td>{credential.hint}</Table.Td>
                  <Table.Td>{time(credential.createdAt)}</Table.Td>
                  <Table.Td>{credential.expiresAt && time(credential.expiresAt)}</Table.Td>
                  <Table.Td>{credential.lastUsedAt && time(credential.lastUsedAt)}</Table.Td>
                  <Table.Td>
                    {may('revokeServiceAccountCredential') && (
                      <Button size="compact-sm" variant="default" aria-label={texts.revokeOf(credential.hint)} onClick={() => setRevoking(credential)}>
                        {texts.revoke}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {revoking && (
        <ActionDialog
          title={texts.revokeOf(revoking.hint)}
          intro={texts.revokeCredentialIntro}
          danger
          send={() => api.serviceAccounts.revokeServiceAccountCredential({ serviceAccountId: value.id, credentialId: revoking.id, ifMatch: etag, idempotencyKey: keyOf([revoking.id, etag]) })}
          onClose={() => setRevoking(undefined)}
          onDone={async () => {
            void queries.invalidateQueries({ queryKey: ['service-accounts'] });
            // The next step begins from what is there now.
            await queries.invalidateQueries({ queryKey: ['service-account', value.id] });
            setRevoking(undefined);
          }}
        />
      )}
    </>
  );
}
