import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, confirmation } from '../api';
import { ProblemAlert } from '../shared/ProblemAlert';
import { texts as shared } from '../shared/texts';
import { texts } from './texts';

/** A sensitive step wants the password or a code once more. */
export default function ConfirmIdentity() {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const send = useMutation({
    mutationFn: () => api.ownAccount.confirmIdentity({ identityProof: { ...(password ? { password } : {}), ...(code ? { code: code.trim() } : {}) } }),
    onSuccess: () => confirmation.answer('confirmed'),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <Modal opened onClose={() => confirmation.answer('given up')} title={texts.confirmTitle} zIndex={400}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{texts.confirmIntro}</Text>
          <ProblemAlert error={send.error} />
          <PasswordInput label={texts.password} autoComplete="current-password" data-autofocus visibilityToggleButtonProps={{ 'aria-label': texts.showPassword }} value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
          <TextInput label={texts.code} description={texts.codeHelp} autoComplete="one-time-code" value={code} onChange={(event) => setCode(event.currentTarget.value)} />
          <Group>
            <Button type="submit" loading={send.isPending}>
              {texts.confirm}
            </Button>
            <Button variant="default" onClick={() => confirmation.answer('given up')}>
              {shared.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
