import { Button, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, tagged, type TeamMailboxChange } from '../api';
import { rules } from '../api/generated/rules/TeamMailboxChange';
import { ActionDialog } from '../shared/ActionDialog';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { Awaited } from '../shared/Page';
import { texts as shared } from '../shared/texts';
import { texts } from './texts';

/** An address that several read, and what is told there. */
export function TeamMailbox() {
  const codes = useCodes();
  const queries = useQueryClient();
  const [isChanging, setChanging] = useState(false);
  const read = useQuery({ queryKey: ['team-mailbox'], queryFn: () => tagged(api.notifications.getTeamMailboxRaw({})) });
  if (!read.data) return <Awaited error={read.error} retry={() => void read.refetch()} height={100} />;
  const { value, etag } = read.data;
  return (
    <>
      <Text c="dimmed">{texts.mailboxIntro}</Text>
      <Facts
        facts={[
          [texts.mailboxLabels['/address'], value.address ?? shared.notStated],
          [texts.mailboxLabels['/topics'], codes.labels('NotificationTopic', value.topics)],
        ]}
      />
      <Button w="fit-content" variant="default" onClick={() => setChanging(true)}>
        {texts.mailbox}
      </Button>
      {isChanging && (
        <ActionDialog<Partial<TeamMailboxChange>>
          title={texts.mailbox}
          rules={rules}
          labels={texts.mailboxLabels}
          initial={value}
          send={(change) => api.notifications.replaceTeamMailbox({ ifMatch: etag, teamMailboxChange: { topics: [], ...change } })}
          onClose={() => setChanging(false)}
          onDone={async () => {
            // The next step begins from what is there now.
            await queries.invalidateQueries({ queryKey: ['team-mailbox'] });
            setChanging(false);
          }}
        />
      )}
    </>
  );
}
