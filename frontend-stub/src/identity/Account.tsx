import { Alert, Button, Group, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, isProblem } from '../api';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { Awaited, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { ProblemAlert } from '../shared/ProblemAlert';
import { texts } from './accountTexts';
import { SecondFactor } from './SecondFactor';
import { Sessions } from './Sessions';

interface OneFieldProps {
  title: string;
  label: string;
  type?: 'text' | 'email';
  pointer: string;
  send: (value: string) => Promise<unknown>;
  done?: string;
}

/** A change of one thing, in place. */
function OneField({ title, label, type = 'text', pointer, send, done }: OneFieldProps) {
  const [value, setValue] = useState('');
  const change = useMutation({ mutationFn: () => send(value.trim()), onSuccess: () => setValue('') });
  const fault = isProblem(change.error) ? change.error.errorsAt(pointer)[0]?.message : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form onSubmit={submit} aria-label={title}>
      <Stack gap="xs" maw={420}>
        <ProblemAlert error={change.error} faultsShown={fault !== undefined} />
        {change.isSuccess && done && (
          <Alert variant="outline" role="status">
            {done}
          </Alert>
        )}
        <Group align="flex-end" gap="xs">
          <TextInput flex={1} miw={200} label={label} type={type} required value={value} error={fault} onChange={(event) => setValue(event.currentTarget.value)} />
          <Button type="submit" variant="default" loading={change.isPending}>
            {title}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const PASSWORDS = ['/currentPassword', '/newPassword'];

function Password() {
  const queries = useQueryClient();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const change = useMutation({
    mutationFn: () => api.ownAccount.changeMyPassword({ passwordChange: { currentPassword, newPassword } }),
    onSuccess: () => {
      setCurrent('');
      setNew('');
      // It has ended every other one.
      void queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  const fault = (pointer: string) => (isProblem(change.error) ? change.error.errorsAt(pointer)[0]?.message : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  const eye = { 'aria-label': texts.showPassword };
  return (
    <form onSubmit={submit} aria-label={texts.changePassword}>
      <Stack gap="xs" maw={420}>
        <ProblemAlert error={change.error} fields={PASSWORDS} />
        {change.isSuccess && (
          <Alert variant="outline" role="status">
            {texts.passwordChanged}
          </Alert>
        )}
        <PasswordInput label={texts.currentPassword} autoComplete="current-password" required visibilityToggleButtonProps={eye} value={currentPassword} error={fault('/currentPassword')} onChange={(event) => setCurrent(event.currentTarget.value)} />
        <PasswordInput label={texts.newPassword} autoComplete="new-password" required visibilityToggleButtonProps={eye} value={newPassword} error={fault('/newPassword')} onChange={(event) => setNew(event.currentTarget.value)} />
        <Button type="submit" variant="default" w="fit-content" loading={change.isPending}>
          {texts.changePassword}
        </Button>
      </Stack>
    </form>
  );
}

export default function Account() {
  const codes = useCodes();
  const queries = useQueryClient();
  const me = useQuery({ queryKey: ['me'], queryFn: () => api.identity.getCurrentUser() });
  if (!me.data) return <Awaited error={me.error} retry={() => void me.refetch()} />;
  const { name, email, organization, roles } = me.data;
  return (
    <Page title={texts.title}>
      <Facts
        facts={[
          [texts.name, name],
          [texts.email, email],
          [texts.organization, organization.name],
          [texts.roles, codes.labels('Role', roles)],
        ]}
      />
      <PathLink to="/notification-settings">{texts.notifications}</PathLink>
      <OneField
        title={texts.changeName}
        label={texts.name}
        pointer="/name"
        send={async (value) => {
          await api.ownAccount.changeMyName({ nameChange: { name: value } });
          await queries.invalidateQueries({ queryKey: ['me'] });
        }}
      />
      <OneField title={texts.changeEmail} label={texts.email} type="email" pointer="/email" done={texts.emailAsked} send={(value) => api.ownAccount.changeMyEmail({ emailChange: { email: value } })} />
      <Title order={2} size="h4">
        {texts.password}
      </Title>
      <Password />
      <SecondFactor />
      <Sessions />
    </Page>
  );
}
