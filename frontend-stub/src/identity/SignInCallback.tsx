import { Button, Loader, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { openSingleSignOn, take } from '../api';
import { ProblemAlert } from '../shared/ProblemAlert';
import { Outside } from './Outside';
import { takeBrowserSecret } from './singleSignOn';
import { texts } from './texts';

/** Where the provider of an organization sends people back to. */
export default function SignInCallback() {
  const { state, code, iss } = useSearch({ from: '/sign-in/callback' });
  const go = useNavigate();
  const isBegun = useRef(false);
  const complete = useMutation({
    mutationFn: async () => {
      const kept = state === undefined ? undefined : takeBrowserSecret(state);
      if (!state || !code || !kept) return undefined;
      const result = await openSingleSignOn.completeSingleSignOn({
        singleSignOnReturn: { state, code, browserSecret: kept.secret, refreshTokenIn: 'COOKIE', ...(iss ? { iss } : {}) },
      });
      take(result);
      return kept.to;
    },
    onSuccess: (to) => to !== undefined && void go({ href: to, replace: true }),
  });
  const { mutate } = complete;
  useEffect(() => {
    // The secret works once, and development runs effects twice.
    if (!isBegun.current) mutate();
    isBegun.current = true;
  }, [mutate]);
  const hasFailed = complete.error !== null || (complete.isSuccess && complete.data === undefined);
  return (
    <Outside title={hasFailed ? texts.callbackFailed : texts.callback}>
      {!hasFailed && <Loader role="status" aria-label={texts.callback} />}
      <ProblemAlert error={complete.error} />
      {complete.isSuccess && complete.data === undefined && <Text>{texts.callbackIncomplete}</Text>}
      {hasFailed && (
        <Button component={Link} to="/sign-in">
          {texts.toSignIn}
        </Button>
      )}
    </Outside>
  );
}
