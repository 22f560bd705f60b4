import { Title } from '@mantine/core';
import { Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { useUser } from '../shared/user';
import { Provider } from './Provider';
import { Security } from './Security';
import { TeamMailbox } from './TeamMailbox';
import { texts } from './texts';

/** What the administrators decide for all of the organization's people. */
export default function OrganizationSettings() {
  const { organization } = useUser();
  return (
    <Page title={texts.title} intro={texts.intro}>
      {organization.kind === 'AGENCY' && <PathLink to={`/agencies/${organization.id}`}>{texts.own(organization.name)}</PathLink>}
      <Title order={2} size="h4">
        {texts.security}
      </Title>
      <Security />
      <Title order={2} size="h4">
        {texts.mailbox}
      </Title>
      <TeamMailbox />
      <Title order={2} size="h4">
        {texts.provider}
      </Title>
      <Provider />
    </Page>
  );
}
