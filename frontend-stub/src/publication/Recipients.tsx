import { Title } from '@mantine/core';
import { api, type AnnouncementRecipient } from '../api';
import { time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useList } from '../shared/list/useList';
import { Empty } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { texts } from './texts';

/** Which agencies were told of an announcement, and who of them has confirmed it. */
export function Recipients({ announcementId }: { announcementId: string }) {
  const list = useList<AnnouncementRecipient>(['announcement', announcementId, 'recipients'], (cursor, init) => api.announcements.listAnnouncementRecipients({ announcementId, cursor }, init));
  return (
    <>
      <Title order={2} size="h4">
        {texts.recipients}
      </Title>
      <ListView
        name={texts.recipients}
        list={list}
        rowId={(row) => row.agency.id}
        empty={<Empty>{texts.recipientsEmpty}</Empty>}
        columns={[
          { accessor: 'agency.name', title: texts.agency, render: (row) => <PathLink to={`/agencies/${row.agency.id}`}>{row.agency.name}</PathLink> },
          { accessor: 'toldAt', title: texts.told, noWrap: true, render: (row) => time(row.toldAt) },
          { accessor: 'confirmedAt', title: texts.confirmedAt, noWrap: true, render: (row) => row.confirmedAt && time(row.confirmedAt) },
          { accessor: 'confirmations', title: texts.confirmedBy, render: (row) => row.confirmations.map(({ by, at }) => texts.by(by, time(at))).join('; ') },
        ]}
      />
    </>
  );
}
