import { Alert, Anchor, Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { openIdentity, openSingleSignOn } from '../api';
import { ProblemAlert } from '../shared/ProblemAlert';
import { DemoPeople } from './DemoPeople';
import { mailedToken } from './mailedToken';
import { Outside } from './Outside';
import { SignInForm } from './SignInForm';
import { keepBrowserSecret } from './singleSignOn';
import { texts } from './texts';

function OrganizationSignIn({ organizationId, to }: { organizationId: string; to: string | undefined }) {
  const leave = useMutation({
    mutationFn: () => openSingleSignOn.beginSingleSignOn({ singleSignOnStart: { organizationId } }),
    onSuccess: (redirect) => {
      keepBrowserSecret(redirect.state, { secret: redirect.browserSecret, to: to ?? '/' });
      location.assign(redirect.authorizationUrl);
    },
  });
  return (
    <>
      <ProblemAlert error={leave.error} />
      <Button loading={leave.isPending || leave.isSuccess} onClick={() => leave.mutate()}>
        {texts.organizationSignIn}
      </Button>
    </>
  );
}

export default function SignIn() {
  const { to, organization } = useSearch({ from: '/sign-in' });
  const go = useNavigate();
  const [token] = useState(mailedToken);
  const permit = useQuery({
    queryKey: ['sign-in-permit', token],
    queryFn: () => openIdentity.completeSignInLink({ signInLinkToken: { token: token as string } }),
    enabled: token !== undefined,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  // Only into this application: an address of elsewhere in a link is not followed.
  const onSignedIn = () => void go({ href: to?.startsWith('/') && !to.startsWith('//') ? to : '/', replace: true });
  return (
    <Outside title={texts.signIn}>
      {organization && <OrganizationSignIn organizationId={organization} to={to} />}
      <ProblemAlert error={permit.error} />
      {permit.data && (
        <Alert variant="outline" role="status">
          {texts.permitReady}
        </Alert>
      )}
      <SignInForm {...(permit.data ? { permit: permit.data.permit } : {})} onSignedIn={onSignedIn} />
      <Anchor component={Link} to="/reset-password" size="sm">
        {texts.forgot}
      </Anchor>
      <DemoPeople onSignedIn={onSignedIn} />
    </Outside>
  );
}
