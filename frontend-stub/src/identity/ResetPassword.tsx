import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { openIdentity } from '../api';
import { ProblemAlert } from '../shared/ProblemAlert';
import { ChoosePassword } from './ChoosePassword';
import { mailedToken } from './mailedToken';
import { Outside } from './Outside';
import { texts } from './texts';

function AskForLink() {
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => openIdentity.requestPasswordReset({ passwordResetRequest: { email: email.trim() } }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <Outside title={texts.resetAskTitle}>
      {ask.isSuccess ? (
        <Alert variant="outline" role="status">
          {texts.linkSent}
        </Alert>
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <ProblemAlert error={ask.error} />
            <TextInput label={texts.email} type="email" autoComplete="username" required value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
            <Button type="submit" loading={ask.isPending}>
              {texts.resetAsk}
            </Button>
          </Stack>
        </form>
      )}
      <Anchor component={Link} to="/sign-in" size="sm">
        {texts.toSignIn}
      </Anchor>
    </Outside>
  );
}

/** With a mailed link a new password is chosen, without one a link is asked for. */
export default function ResetPassword() {
  const [token, setToken] = useState(mailedToken);
  if (token === undefined) return <AskForLink />;
  return (
    <ChoosePassword
      title={texts.resetTitle}
      token={token}
      done={texts.resetDone}
      send={(secret, password) => openIdentity.completePasswordReset({ passwordByLink: { token: secret, password } })}
      otherwise={
        <Button variant="default" onClick={() => setToken(undefined)}>
          {texts.askNewLink}
        </Button>
      }
    />
  );
}
