import { Badge } from '@mantine/core';
import { api, type RelationshipStanding, type RelationshipStandingStatus } from '../api';
import { useCodes } from '../shared/codes';
import { time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { texts as shared } from '../shared/texts';
import type { STANDING_FILTERS } from './routes';
import { texts } from './texts';

type Search = { [name in (typeof STANDING_FILTERS)[number]]?: string };

/** Whether each agency has disclosed of its register what the policy asks. */
export default function RelationshipStandings() {
  const codes = useCodes();
  const [{ status, upline }] = useFilters<Search>();
  const asked = { status: status as RelationshipStandingStatus | undefined, upline };
  const list = useList<RelationshipStanding>(['relationship-standings', asked], (cursor, init) => api.relationshipStandings.listRelationshipStandings({ ...asked, cursor }, init));
  return (
    <Page title={texts.standings} intro={texts.standingsIntro} above={{ label: texts.title, to: '/months' }}>
      <ListView
        name={texts.standings}
        list={list}
        rowId={(row) => row.agency.id}
        empty={<Empty>{texts.standingsEmpty}</Empty>}
        filters={[
          { kind: 'code', name: 'status', label: texts.status, codes: 'RelationshipStandingStatus' },
          { kind: 'words', name: 'upline', label: shared.upline },
        ]}
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
