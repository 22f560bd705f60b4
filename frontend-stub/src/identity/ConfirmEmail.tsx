import { Alert, Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { openIdentity } from '../api';
import { ProblemAlert } from '../shared/ProblemAlert';
import { mailedToken } from './mailedToken';
import { Outside } from './Outside';
import { texts } from './texts';

/** Waits for a click: programs that look through mail follow links, and must not use this one up. */
export default function ConfirmEmail() {
  const [token] = useState(mailedToken);
  const confirm = useMutation({ mutationFn: () => openIdentity.confirmEmailChange({ signInLinkToken: { token: token as string } }) });
  return (
    <Outside title={token === undefined ? texts.linkMissing : texts.emailTitle}>
      {token === undefined && <Text>{texts.linkMissingDetail}</Text>}
      <ProblemAlert error={confirm.error} />
      {confirm.isSuccess && (
        <Alert variant="outline" role="status">
          {texts.emailDone}
        </Alert>
      )}
      {token !== undefined && !confirm.isSuccess && (
        <Button loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {texts.confirm}
        </Button>
      )}
      <Button variant="default" component={Link} to="/sign-in">
        {texts.toSignIn}
      </Button>
    </Outside>
  );
}
