import { Button, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, isProblem, type ServiceAccount, type ServiceAccountCredentialDraft, type ServiceAccountSecret, type Tagged } from '../api';
import { rules as secretRules } from '../api/generated/rules/ServiceAccountCredentialDraft';
import { ActionDialog } from '../shared/ActionDialog';
import { Dialog } from '../shared/Dialog';
import { useKey } from '../shared/useKey';
import { KeyDialog } from './KeyDialog';
import { ScopePicker } from './ScopePicker';
import { Copyable } from './Snippet';
import { texts } from './texts';

export type Step = keyof typeof texts.steps;

interface Props {
  step: Step;
  read: Tagged<ServiceAccount>;
  onClose: () => void;
}
type StepProps = Omit<Props, 'step'> & { onDone: () => Promise<void> };

function ScopesDialog({ read: { value, etag }, onDone, onClose }: StepProps) {
  const [scopes, setScopes] = useState(value.scopes);
  const replace = useMutation({
    mutationFn: () => api.serviceAccounts.replaceServiceAccountScopes({ serviceAccountId: value.id, ifMatch: etag, serviceAccountScopes: { scopes } }),
    onSuccess: onDone,
  });
  return (
    <Dialog title={texts.steps.scopes} size="xl" isSending={replace.isPending} error={replace.error} onSubmit={() => replace.mutate()} onClose={onClose}>
      <ScopePicker role={value.role} value={scopes} onChange={setScopes} fault={isProblem(replace.error) ? replace.error.errorsAt('/scopes')[0]?.message : undefined} />
    </Dialog>
  );
}

function SecretDialog({ read: { value, etag }, onDone, onClose }: StepProps) {
  const [secret, setSecret] = useState<ServiceAccountSecret>();
  if (!secret) {
    return (
      <ActionDialog<ServiceAccountCredentialDraft>
        title={texts.steps.secret}
        intro={texts.secretIntro}
        rules={secretRules}
        labels={texts.credentialLabels}
        send={async (serviceAccountCredentialDraft) =>
          setSecret(await api.serviceAccounts.createServiceAccountSecret({ serviceAccountId: value.id, ifMatch: etag, serviceAccountCredentialDraft }))
        }
        onDone={() => undefined}
        onClose={onClose}
      />
    );
  }
  // It goes when somebody says so: a click beside it would lose it for good.
  return (
    <Modal opened onClose={() => void onDone()} title={texts.secretTitle} closeOnClickOutside={false} closeOnEscape={false} withCloseButton={false}>
      <Stack>
        <Text size="sm">{texts.secretAdvice}</Text>
        <div>
          <Text size="sm" c="dimmed">
            {texts.clientId}
          </Text>
          <Copyable label={texts.clientId} value={secret.clientId} />
        </div>
        <div>
          <Text size="sm" c="dimmed">
            {texts.clientSecret}
          </Text>
          <Copyable label={texts.clientSecret} value={secret.clientSecret} />
        </div>
        <Button w="fit-content" onClick={() => void onDone()}>
          {texts.haveIt}
        </Button>
      </Stack>
    </Modal>
  );
}

/** Asks what the contract asks for the step, and takes it. */
export function StepDialog({ step, read, onClose }: Props) {
  const queries = useQueryClient();
  const keyOf = useKey();
  const at = { serviceAccountId: read.value.id, ifMatch: read.etag };
  const onDone = async () => {
    void queries.invalidateQueries({ queryKey: ['service-accounts'] });
    // The next step begins from what is there now.
    await queries.invalidateQueries({ queryKey: ['service-account', read.value.id] });
    onClose();
  };
  switch (step) {
    case 'secret':
      return <SecretDialog read={read} onDone={onDone} onClose={onClose} />;
    case 'scopes':
      return <ScopesDialog read={read} onDone={onDone} onClose={onClose} />;
    case 'key':
      return <KeyDialog read={read} onDone={onDone} onClose={onClose} />;
    default:
      return (
        <ActionDialog
          title={texts.steps.revoke}
          intro={texts.revokeIntro}
          danger
          send={() => api.serviceAccounts.revokeServiceAccount({ ...at, idempotencyKey: keyOf([step, read.etag]) })}
          onDone={onDone}
          onClose={onClose}
        />
      );
  }
}
