import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { answerChallenge, isProblem, openIdentity, signIn } from '../api';
import { ProblemAlert } from '../shared/ProblemAlert';
import { texts } from './texts';

interface Props {
  /** Whose session ended; absent where anybody may sign in. */
  email?: string;
  permit?: string;
  onSignedIn?: () => void;
}

/** Asks for a code of the authenticator app. */
function Challenge({ challenge, onSignedIn, onBack }: { challenge: string; onSignedIn?: (() => void) | undefined; onBack: () => void }) {
  const [code, setCode] = useState('');
  const box = useRef<HTMLInputElement>(null);
  // It takes the place of the form that somebody has just sent.
  useEffect(() => box.current?.focus(), []);
  const send = useMutation({ mutationFn: () => answerChallenge(challenge, code.trim()), onSuccess: () => onSignedIn?.() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <ProblemAlert error={send.error} />
        <TextInput label={texts.code} description={texts.codeHelp} value={code} onChange={(event) => setCode(event.currentTarget.value)} autoComplete="one-time-code" inputMode="text" required data-autofocus ref={box} />
        <Button type="submit" loading={send.isPending}>
          {texts.verify}
        </Button>
        <Button variant="default" onClick={onBack}>
          {texts.startOver}
        </Button>
      </Stack>
    </form>
  );
}

/** Password, and then the second factor where there is one. */
export function SignInForm({ email: known, permit, onSignedIn }: Props) {
  const [email, setEmail] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [challenge, setChallenge] = useState<string>();
  const send = useMutation({
    mutationFn: () => signIn(email.trim(), password, permit),
    onSuccess: (next) => (next === undefined ? onSignedIn?.() : setChallenge(next)),
  });
  const askLink = useMutation({ mutationFn: () => openIdentity.requestSignInLink({ passwordResetRequest: { email: email.trim() } }) });
  if (challenge !== undefined) {
    return <Challenge challenge={challenge} onSignedIn={onSignedIn} onBack={() => setChallenge(undefined)} />;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <ProblemAlert error={send.error} />
        {isProblem(send.error) && send.error.status === 429 && (
          <Stack gap="xs">
            <Text size="sm">{texts.lockedOutHelp}</Text>
            <ProblemAlert error={askLink.error} />
            {askLink.isSuccess ? (
              <Alert variant="outline" role="status">
                {texts.linkSent}
              </Alert>
            ) : (
              <Button variant="default" loading={askLink.isPending} onClick={() => askLink.mutate()}>
                {texts.lockedOut}
              </Button>
            )}
          </Stack>
        )}
        <TextInput label={texts.email} type="email" autoComplete="username" required readOnly={known !== undefined} value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
        <PasswordInput label={texts.password} autoComplete="current-password" required data-autofocus visibilityToggleButtonProps={{ 'aria-label': texts.showPassword }} value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
        <Button type="submit" loading={send.isPending}>
          {texts.submit}
        </Button>
      </Stack>
    </form>
  );
}
