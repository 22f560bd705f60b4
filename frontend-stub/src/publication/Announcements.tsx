import { Badge, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { api, type Announcement, type AnnouncementState } from '../api';
import { useCodes } from '../shared/codes';
import { time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { useMay } from '../shared/user';
import { texts } from './texts';

/** What carriers announced; a carrier sees its own, drafts too. */
export default function Announcements() {
  const codes = useCodes();
  const may = useMay();
  const [search] = useFilters<{ state?: AnnouncementState }>();
  const list = useList<Announcement>(['announcements', search], (cursor, init) => api.announcements.listAnnouncements({ ...search, cursor }, init));
  const create = may('createAnnouncement') && (
    <Button component={Link} to="/announcements/new">
      {texts.newAnnouncement}
    </Button>
  );
  return (
    <Page title={texts.announcements} actions={create}>
      <ListView
        name={texts.announcements}
        list={list}
        filters={[{ kind: 'code', name: 'state', label: texts.state, codes: 'AnnouncementState' }]}
        rowId={(row) => row.id}
        empty={<Empty>{texts.announcementsEmpty}</Empty>}
        columns={[
          { accessor: 'title', title: texts.title, render: (row) => <PathLink to={`/announcements/${row.id}`}>{row.title}</PathLink> },
          { accessor: 'carrier.name', title: texts.carrier },
          { accessor: 'publishAt', title: texts.published, noWrap: true, render: (row) => row.publishAt && time(row.publishAt) },
          {
            accessor: 'state',
            title: texts.state,
            render: (row) => <Badge>{row.confirmationWanted && row.confirmedAt === undefined && may('confirmAnnouncement') ? texts.toConfirm : codes.label('AnnouncementState', row.state)}</Badge>,
          },
        ]}
      />
    </Page>
  );
}
