import { Alert, Anchor, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactNode } from 'react';
import { isProblem } from '../api';
import { ProblemAlert } from '../shared/ProblemAlert';
import { Outside } from './Outside';
import { texts } from './texts';

interface Props {
  title: string;
  intro?: string;
  token: string | undefined;
  done: string;
  send: (token: string, password: string) => Promise<void>;
  /** What to do when the link does not work any more. */
  otherwise?: ReactNode;
}

/** A password chosen by a mailed link. */
export function ChoosePassword({ title, intro, token, done, send, otherwise }: Props) {
  const [password, setPassword] = useState('');
  const choose = useMutation({ mutationFn: () => send(token as string, password) });
  const fault = isProblem(choose.error) ? choose.error.errorsAt('/password')[0]?.message : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose.mutate();
  };
  if (choose.isSuccess) {
    return (
      <Outside title={title}>
        <Alert variant="outline" role="status">
          {done}
        </Alert>
        <Button component={Link} to="/sign-in">
          {texts.toSignIn}
        </Button>
      </Outside>
    );
  }
  if (token === undefined) {
    return (
      <Outside title={texts.linkMissing}>
        <Text>{texts.linkMissingDetail}</Text>
        {otherwise}
      </Outside>
    );
  }
  return (
    <Outside title={title}>
      {intro && <Text>{intro}</Text>}
      <form onSubmit={submit}>
        <Stack>
          <ProblemAlert error={choose.error} faultsShown={fault !== undefined} />
          {choose.error !== null && otherwise}
          <PasswordInput label={texts.newPassword} description={texts.newPasswordHelp} autoComplete="new-password" required visibilityToggleButtonProps={{ 'aria-label': texts.showPassword }} value={password} error={fault} onChange={(event) => setPassword(event.currentTarget.value)} />
          <Button type="submit" loading={choose.isPending}>
            {texts.setPassword}
          </Button>
        </Stack>
      </form>
      <Anchor component={Link} to="/sign-in" size="sm">
        {texts.toSignIn}
      </Anchor>
    </Outside>
  );
}
