import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, isProblem, type PublicKeyDraft, type ServiceAccount, type Tagged } from '../api';
import { rules } from '../api/generated/rules/PublicKeyDraft';
import { Dialog } from '../shared/Dialog';
import { Field } from '../shared/form/Field';
import { useContractForm } from '../shared/form/useContractForm';
import { bodyOf } from '../shared/form/values';
import { useKey } from '../shared/useKey';
import { pointOf } from './publicKey';
import { texts } from './texts';

const { '/x': _x, '/y': _y, ...fields } = rules;

/** Registers the public half of a key, pasted as the machine's owner has it. */
export function KeyDialog({ read: { value, etag }, onDone, onClose }: { read: Tagged<ServiceAccount>; onDone: () => Promise<void>; onClose: () => void }) {
  const keyOf = useKey();
  const form = useContractForm({ rules: fields });
  const [pasted, setPasted] = useState('');
  const [isUnreadable, setUnreadable] = useState(false);
  const add = useMutation({
    mutationFn: async () => {
      const point = await pointOf(pasted).catch(() => undefined);
      setUnreadable(!point);
      if (!point) return false;
      const publicKeyDraft: PublicKeyDraft = { ...bodyOf<PublicKeyDraft>(form.form.values), ...point };
      await api.serviceAccounts.addServiceAccountKey({ serviceAccountId: value.id, ifMatch: etag, publicKeyDraft, idempotencyKey: keyOf([etag, publicKeyDraft]) });
      return true;
    },
    onSuccess: (isAdded) => (isAdded ? onDone() : undefined),
    onError: form.show,
  });
  const fault = isProblem(add.error) ? [...add.error.errorsAt('/x'), ...add.error.errorsAt('/y')][0]?.message : undefined;
  return (
    <Dialog title={texts.steps.key} intro={texts.keyIntro} isSending={add.isPending} error={add.error} faultsShown={form.faults.length > 0} onSubmit={() => add.mutate()} onClose={onClose}>
      <Textarea
        label={texts.publicKey}
        description={texts.publicKeyHelp}
        withAsterisk
        autosize
        minRows={4}
        maxRows={10}
        spellCheck={false}
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
        error={isUnreadable ? texts.publicKeyUnreadable : fault}
      />
      <Field form={form} pointer="/expiresAt" label={texts.credentialLabels['/expiresAt']} />
    </Dialog>
  );
}
