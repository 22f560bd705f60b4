import { Alert, Button, Radio, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, tagged, type MailChoice, type NotificationSettings, type NotificationTopic, type Tagged } from '../api';
import { useCodes } from '../shared/codes';
import { Awaited, Page } from '../shared/Page';
import { ProblemAlert } from '../shared/ProblemAlert';
import { texts as shared } from '../shared/texts';
import { texts } from './texts';

function Choices({ read }: { read: Tagged<NotificationSettings> }) {
  const codes = useCodes();
  const queries = useQueryClient();
  const [choices, setChoices] = useState(() => new Map<NotificationTopic, MailChoice>(read.value.mail.map((entry) => [entry.topic, entry.choice])));
  const save = useMutation({
    mutationFn: () =>
      api.notifications.replaceNotificationSettings({
        ifMatch: read.etag,
        notificationSettingsChange: { mail: [...choices].map(([topic, choice]) => ({ topic, choice })) },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notification-settings'] }),
  });
  const ways = codes.options('MailChoice');
  return (
    <Stack>
      <ProblemAlert error={save.error} />
      {save.isSuccess && (
        <Alert variant="outline" role="status">
          {texts.settingsSaved}
        </Alert>
      )}
      <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': texts.choose } }}>
        <Table withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.topic}</Table.Th>
              {ways.map((way) => (
                <Table.Th key={way.value}>{way.label}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...choices].map(([topic, choice]) => (
              <Table.Tr key={topic}>
                <Table.Th scope="row">{codes.label('NotificationTopic', topic)}</Table.Th>
                {ways.map((way) => (
                  <Table.Td key={way.value}>
                    <Radio name={topic} aria-label={`${codes.label('NotificationTopic', topic)}: ${way.label}`} checked={choice === way.value} onChange={() => setChoices((before) => new Map(before).set(topic, way.value as MailChoice))} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Button w="fit-content" loading={save.isPending} onClick={() => save.mutate()}>
        {shared.save}
      </Button>
    </Stack>
  );
}

/** What is mailed to the person; the mails lead here. */
export default function Settings() {
  const read = useQuery({ queryKey: ['notification-settings'], queryFn: () => tagged(api.notifications.getNotificationSettingsRaw({})) });
  return (
    <Page title={texts.choose} above={{ label: texts.title, to: '/notifications' }}>
      <Text c="dimmed">{texts.chooseIntro}</Text>
      {read.data ? <Choices key={read.data.etag} read={read.data} /> : <Awaited error={read.error} retry={() => void read.refetch()} />}
    </Page>
  );
}
