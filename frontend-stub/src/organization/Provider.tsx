import { Button, Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { api, tagged } from '../api';
import { ActionDialog } from '../shared/ActionDialog';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { Awaited } from '../shared/Page';
import { texts } from './texts';

const ProviderDialog = lazy(() => import('./ProviderDialog'));

/** The organization's own OpenID provider, and what has to be registered there. */
export function Provider() {
  const codes = useCodes();
  const queries = useQueryClient();
  const [step, setStep] = useState<'change' | 'remove'>();
  const read = useQuery({ queryKey: ['identity-provider'], queryFn: () => tagged(api.singleSignOn.getIdentityProviderRaw({})) });
  if (!read.data) return <Awaited error={read.error} retry={() => void read.refetch()} height={100} />;
  const { value, etag } = read.data;
  const onClose = () => setStep(undefined);
  const onDone = async () => {
    // The next step begins from what is there now.
    await queries.invalidateQueries({ queryKey: ['identity-provider'] });
    onClose();
  };
  return (
    <>
      <Text c="dimmed">{texts.providerIntro}</Text>
      {!value.configured && <Text>{texts.noProvider}</Text>}
      <Facts
        facts={[
          [texts.providerLabels['/issuer'], value.issuer],
          [texts.providerLabels['/client'], value.client],
          [texts.providerLabels['/rolesClaim'], value.rolesClaim],
          [texts.roles, value.roles?.map((entry) => `${entry.value}: ${codes.label('Role', entry.role)}`).join('; ')],
          [texts.redirectUri, value.redirectUri],
          [texts.signInLink, `${location.origin}/sign-in?organization=${value.organizationId}`],
        ]}
      />
      <Group gap="xs">
        <Button variant="default" onClick={() => setStep('change')}>
          {value.configured ? texts.change : texts.configure}
        </Button>
        {value.configured && (
          <Button variant="default" onClick={() => setStep('remove')}>
            {texts.remove}
          </Button>
        )}
      </Group>
      {step === 'change' && (
        <Suspense>
          <ProviderDialog read={read.data} onDone={onDone} onClose={onClose} />
        </Suspense>
      )}
      {step === 'remove' && (
        <ActionDialog title={texts.remove} intro={texts.removeIntro} danger send={() => api.singleSignOn.removeIdentityProvider({ ifMatch: etag })} onDone={onDone} onClose={onClose} />
      )}
    </>
  );
}
