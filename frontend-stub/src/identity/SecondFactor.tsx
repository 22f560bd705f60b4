import { Button, Code, CopyButton, Group, Modal, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { encode } from 'uqr';
import { api, isProblem } from '../api';
import { ProblemAlert } from '../shared/ProblemAlert';
import { texts as shared } from '../shared/texts';
import { texts } from './accountTexts';

/** The QR code as one path of squares, so that nothing draws outside of the policy. */
function QrCode({ value }: { value: string }) {
  const { data, size } = encode(value, { border: 2 });
  const path = data.flatMap((line, y) => line.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg role="img" aria-label={texts.qr} viewBox={`0 0 ${size} ${size}`} width={200} height={200} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  return (
    <Stack>
      <Text size="sm">{texts.recoveryIntro}</Text>
      <Code block>{codes.join('\n')}</Code>
      <Group>
        <CopyButton value={codes.join('\n')}>{({ copied, copy }) => <Button onClick={copy}>{copied ? shared.copied : texts.recovery}</Button>}</CopyButton>
        <Button variant="default" onClick={onClose}>
          {shared.close}
        </Button>
      </Group>
    </Stack>
  );
}

const PROOFS = ['/password', '/code'];
const faultAt = (error: unknown, pointer: string) => (isProblem(error) ? error.errorsAt(pointer)[0]?.message : undefined);

function SetUp({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const begin = useMutation({ mutationFn: () => api.ownAccount.beginSecondFactor({ passwordProof: { password } }) });
  const confirm = useMutation({
    mutationFn: () => api.ownAccount.confirmSecondFactor({ codeProof: { code: code.trim() } }),
    // It has ended every other one.
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (begin.data) confirm.mutate();
    else begin.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={texts.begin}>
      {confirm.data ? (
        <RecoveryCodes codes={confirm.data.codes} onClose={onClose} />
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <ProblemAlert error={begin.error ?? confirm.error} fields={PROOFS} />
            {begin.data ? (
              <>
                <Text size="sm">{texts.scan}</Text>
                <QrCode value={begin.data.uri} />
                <Text size="sm">
                  {texts.key}: <Code>{begin.data.secret}</Code>
                </Text>
                <TextInput label={texts.code} autoComplete="one-time-code" inputMode="numeric" required error={faultAt(confirm.error, '/code')} value={code} onChange={(event) => setCode(event.currentTarget.value)} />
              </>
            ) : (
              <PasswordInput label={texts.currentPassword} autoComplete="current-password" required data-autofocus visibilityToggleButtonProps={{ 'aria-label': texts.showPassword }} error={faultAt(begin.error, '/password')} value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
            )}
            <Button type="submit" loading={begin.isPending || confirm.isPending}>
              {begin.data ? texts.confirm : texts.begin}
            </Button>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

function Proven({ what, onClose }: { what: 'disable' | 'recovery'; onClose: () => void }) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const take = useMutation({
    mutationFn: async () => {
      const passwordAndCodeProof = { password, code: code.trim() };
      if (what === 'recovery') return (await api.ownAccount.replaceRecoveryCodes({ passwordAndCodeProof })).codes;
      await api.ownAccount.disableSecondFactor({ passwordAndCodeProof });
      onClose();
      return [];
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    take.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={what === 'disable' ? texts.disable : texts.newRecovery}>
      {take.data && take.data.length > 0 ? (
        <RecoveryCodes codes={take.data} onClose={onClose} />
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <ProblemAlert error={take.error} fields={PROOFS} />
            <PasswordInput label={texts.currentPassword} autoComplete="current-password" required data-autofocus visibilityToggleButtonProps={{ 'aria-label': texts.showPassword }} error={faultAt(take.error, '/password')} value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
            <TextInput label={texts.code} autoComplete="one-time-code" required error={faultAt(take.error, '/code')} value={code} onChange={(event) => setCode(event.currentTarget.value)} />
            <Button type="submit" loading={take.isPending}>
              {what === 'disable' ? texts.disable : texts.newRecovery}
            </Button>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

/** Setting up, replacing and giving up the second factor; what is possible the API says when it is asked. */
export function SecondFactor() {
  const [open, setOpen] = useState<'begin' | 'disable' | 'recovery'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <Title order={2} size="h4">
        {texts.secondFactor}
      </Title>
      <Text size="sm" c="dimmed">
        {texts.secondFactorIntro}
      </Text>
      <Group>
        <Button variant="default" onClick={() => setOpen('begin')}>
          {texts.begin}
        </Button>
        <Button variant="default" onClick={() => setOpen('recovery')}>
          {texts.newRecovery}
        </Button>
        <Button variant="default" onClick={() => setOpen('disable')}>
          {texts.disable}
        </Button>
      </Group>
      {open === 'begin' && <SetUp onClose={close} />}
      {(open === 'disable' || open === 'recovery') && <Proven what={open} onClose={close} />}
    </>
  );
}
