import { Alert, Button, Radio, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, tagged, type MailChoice, type NotificationSettings, type NotificationTopic, type Tagged } from '../api';
import { useCodes } from '../shared/codes';
import { Awaited, Page } from '../shared/Page';
import { ProblemAlert } from '../shared/ProblemAlert';
import { texts as shared } from '../shared/texts';
import { texts } from './texts';

interface Props {
  read: Tagged<NotificationSettings>;
  onChange: () => void;
  onSaved: () => void;
}

function Choices({ read, onChange, onSaved }: Props) {
  const codes = useCodes();
  const queries = useQueryClient();
  const [choices, setChoices] = useState(() => new Map<NotificationTopic, MailChoice>(read.value.mail.map((entry) => [entry.topic, entry.choice])));
  const save = useMutation({
    mutationFn: () =>
      api.notifications.replaceNotificationSettings({
        ifMatch: read.etag,
        notificationSettingsChange: { mail: [...choices].map(([topic, choice]) => ({ topic, choice })) },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['notification-settings'] });
      onSaved();
    },
  });
  const ways = codes.options('MailChoice');
  const choose = (topic: NotificationTopic, choice: MailChoice) => {
    setChoices((before) => new Map(before).set(topic, choice));
    onChange();
  };
  return (
    <Stack>
      <ProblemAlert error={save.error} />
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
                    <Radio name={topic} aria-label={`${codes.label('NotificationTopic', topic)}: ${way.label}`} checked={choice === way.value} onChange={() => choose(topic, way.value as MailChoice)} />
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
  const [isSaved, setSaved] = useState(false);
  return (
    <Page title={texts.choose} above={{ label: texts.title, to: '/notifications' }}>
      <Text c="dimmed">{texts.chooseIntro}</Text>
      {isSaved && (
        <Alert variant="outline" role="status">
          {texts.settingsSaved}
        </Alert>
      )}
      {read.data ? <Choices key={read.data.etag} read={read.data} onChange={() => setSaved(false)} onSaved={() => setSaved(true)} /> : <Awaited error={read.error} retry={() => void read.refetch()} />}
    </Page>
  );
}
