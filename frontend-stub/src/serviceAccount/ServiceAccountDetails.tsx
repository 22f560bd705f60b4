import { Badge, Button, List } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, tagged, type Operation } from '../api';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { time } from '../shared/format';
import { Awaited, Page } from '../shared/Page';
import { useMay } from '../shared/user';
import { Credentials } from './Credentials';
import { scopeWords } from './ScopePicker';
import { Copyable, Snippet } from './Snippet';
import { StepDialog, type Step } from './StepDialog';
import { texts } from './texts';

const STEPS: readonly [Step, Operation][] = [
  ['secret', 'createServiceAccountSecret'],
  ['key', 'addServiceAccountKey'],
  ['scopes', 'replaceServiceAccountScopes'],
  ['revoke', 'revokeServiceAccount'],
];

/** A machine's account: what it may do, with what it shows who it is, and how it begins. */
export default function ServiceAccountDetails() {
  const { serviceAccountId } = useParams({ from: '/inside/service-accounts/$serviceAccountId' });
  const may = useMay();
  const codes = useCodes();
  const [step, setStep] = useState<Step>();
  const read = useQuery({ queryKey: ['service-account', serviceAccountId], queryFn: () => tagged(api.serviceAccounts.getServiceAccountRaw({ serviceAccountId })) });
  if (!read.data) return <Awaited error={read.error} retry={() => void read.refetch()} />;
  const { value } = read.data;
  return (
    <Page
      title={value.name}
      mark={<Badge>{codes.label('ServiceAccountStatus', value.status)}</Badge>}
      above={{ label: texts.title, to: '/service-accounts' }}
      actions={
        value.status !== 'REVOKED' &&
        STEPS.filter(([, operation]) => may(operation)).map(([name]) => (
          <Button key={name} variant="default" onClick={() => setStep(name)}>
            {texts.steps[name]}
          </Button>
        ))
      }
    >
      <Facts
        facts={[
          [texts.clientId, <Copyable key="id" label={texts.clientId} value={value.id} />],
          [texts.role, codes.label('Role', value.role)],
          [
            texts.scopes,
            <List key="scopes" size="sm">
              {value.scopes.map((scope) => (
                <List.Item key={scope}>{scopeWords(scope)}</List.Item>
              ))}
            </List>,
          ],
          [texts.since, time(value.createdAt)],
          [texts.expires, value.expiresAt && time(value.expiresAt)],
          [texts.lastUsed, value.lastUsedAt && time(value.lastUsedAt)],
        ]}
      />
      <Credentials read={read.data} />
      <Snippet clientId={value.id} />
      {step && <StepDialog step={step} read={read.data} onClose={() => setStep(undefined)} />}
    </Page>
  );
}
