import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, type Notification } from '../api';
import { addressOf } from '../shared/addresses';
import { useCodes } from '../shared/codes';
import { time } from '../shared/format';
import { useList } from '../shared/list/useList';
import { Awaited, Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { ProblemAlert } from '../shared/ProblemAlert';
import { texts as shared } from '../shared/texts';
import { useUser } from '../shared/user';
import { texts } from './texts';

function Entry({ notification, onMark }: { notification: Notification; onMark: (isRead: boolean) => void }) {
  const user = useUser();
  const codes = useCodes();
  const address = addressOf(notification.subject, user, notification.organization?.id);
  const isRead = notification.readAt !== undefined;
  return (
    <Card withBorder component="li" padding="sm">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Stack gap={2} flex={1} miw={200}>
          {address ? (
            <PathLink to={address} fw={isRead ? 400 : 600}>
              {notification.text}
            </PathLink>
          ) : (
            <Text fw={isRead ? 400 : 600}>{notification.text}</Text>
          )}
          <Text size="sm" c="dimmed">
            {[codes.label('NotificationTopic', notification.topic), notification.organization?.name, time(notification.occurredAt)].filter(Boolean).join(' · ')}
          </Text>
        </Stack>
        <Group gap="xs">
          {!isRead && <Badge>{texts.unread}</Badge>}
          <Button size="compact-sm" variant="default" onClick={() => onMark(!isRead)}>
            {isRead ? texts.markUnread : texts.markRead}
          </Button>
        </Group>
      </Group>
    </Card>
  );
}

export default function Notifications() {
  const queries = useQueryClient();
  const list = useList<Notification>(['notifications', 'list'], (cursor, init) => api.notifications.listNotifications({ cursor }, init));
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['notifications'] });
  const mark = useMutation({
    mutationFn: async ({ id, isRead }: { id: string; isRead: boolean }) => {
      if (isRead) await api.notifications.readNotification({ notificationId: id });
      else await api.notifications.markNotificationUnread({ notificationId: id });
    },
    onSuccess,
  });
  const newest = list.items[0];
  const markAll = useMutation({ mutationFn: (upTo: string) => api.notifications.readNotifications({ notificationsRead: { upTo } }), onSuccess });
  return (
    <Page
      title={texts.title}
      actions={
        <>
          <Button variant="default" component={Link} to="/notification-settings">
            {texts.choose}
          </Button>
          {newest && (
            <Button variant="default" loading={markAll.isPending} onClick={() => markAll.mutate(newest.id)}>
              {texts.readAll}
            </Button>
          )}
        </>
      }
    >
      <ProblemAlert error={mark.error ?? markAll.error} />
      {(list.isPending || list.error) && <Awaited error={list.error} retry={list.retry} />}
      {!list.isPending && !list.error && list.items.length === 0 && <Empty>{texts.empty}</Empty>}
      <Stack component="ul" gap="xs" p={0} m={0}>
        {list.items.map((notification) => (
          <Entry key={notification.id} notification={notification} onMark={(isRead) => mark.mutate({ id: notification.id, isRead })} />
        ))}
      </Stack>
      {list.more && (
        <Group justify="center">
          <Button variant="default" loading={list.isFetchingMore} onClick={list.more}>
            {shared.showMore}
          </Button>
        </Group>
      )}
    </Page>
  );
}
