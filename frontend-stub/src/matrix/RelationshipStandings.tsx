import { Badge } from '@mantine/core';
import { api, type RelationshipStanding } from '../api';
import { useCodes } from '../shared/codes';
import { time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { texts } from './texts';

/** Whether each agency has disclosed of its register what the policy asks. */
export default function RelationshipStandings() {
  const codes = useCodes();
  const list = useList<RelationshipStanding>(['relationship-standings'], (cursor, init) => api.relationshipStandings.listRelationshipStandings({ cursor }, init));
  return (
    <Page title={texts.standings} intro={texts.standingsIntro} above={{ label: texts.title, to: '/months' }}>
      <ListView
        name={texts.standings}
        list={list}
        rowId={(row) => row.agency.id}
        empty={<Empty>{texts.standingsEmpty}</Empty>}
        columns={[
          { accessor: 'agency.name', title: texts.agency, render: ({ agency }) => <PathLink to={`/agencies/${agency.id}`}>{agency.name}</PathLink> },
          { accessor: 'status', title: texts.status, render: (row) => <Badge>{codes.label('RelationshipStandingStatus', row.status)}</Badge> },
          { accessor: 'why', title: texts.why, width: 320 },
          {
            accessor: 'lastDisclosedAt',
            title: texts.last,
            noWrap: true,
            render: (row) => row.lastDisclosedAt && <PathLink to={`/disclosed-relationships?agencyId=${row.agency.id}`}>{time(row.lastDisclosedAt)}</PathLink>,
          },
        ]}
      />
    </Page>
  );
}
