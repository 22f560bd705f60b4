import { Badge, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { api, download, type DisclosedRelationship, type EntityType, type RelationshipStatus, type TpmoFunction, type UsState } from '../api';
import { useAgencyOptions } from '../shared/agencies';
import { useCodes } from '../shared/codes';
import { DownloadButton } from '../shared/DownloadButton';
import { day, time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { texts as shared } from '../shared/texts';
import { AsKnown, onThatDay } from './AsKnown';
import type { REGISTER_FILTERS } from './routes';
import { texts } from './texts';

type Search = { [name in (typeof REGISTER_FILTERS)[number]]?: string };

const filtered = ({ performs, entityType, state, status, ...others }: Search) => ({
  ...others,
  performs: performs as TpmoFunction | undefined,
  entityType: entityType as EntityType | undefined,
  state: state as UsState | undefined,
  status: status as RelationshipStatus | undefined,
});

/** All agencies' registers as they were disclosed to the carrier, today or on a day of the past. */
export default function DisclosedRelationships() {
  const codes = useCodes();
  const agencies = useAgencyOptions();
  const [search] = useFilters<Search>();
  const list = useList<DisclosedRelationship>(['disclosed-relationships', search], (cursor, init) =>
    api.disclosedRelationships.listDisclosedRelationships({ ...filtered(search), cursor, includeTotal: cursor === undefined }, init),
  );
  return (
    <Page
      title={texts.register}
      intro={texts.registerIntro}
      actions={list.items.length > 0 && <DownloadButton file={(format) => download(api.disclosedRelationships.exportDisclosedRelationshipsRaw({ ...filtered(search), format }))} />}
    >
      <AsKnown />
      <ListView
        name={texts.register}
        list={list}
        rowId={(row) => row.relationship.id}
        filters={[
          { kind: 'words', name: 'q', label: texts.words },
          { kind: 'choice', name: 'agencyId', label: texts.agency, options: agencies },
          { kind: 'words', name: 'upline', label: shared.upline },
          { kind: 'code', name: 'performs', label: texts.performs, codes: 'TpmoFunction' },
          { kind: 'code', name: 'entityType', label: texts.entityType, codes: 'EntityType' },
          { kind: 'code', name: 'state', label: texts.state, codes: 'UsState' },
          { kind: 'code', name: 'status', label: texts.status, codes: 'RelationshipStatus' },
          { kind: 'day', name: 'activeOn', label: texts.activeOn },
          { kind: 'day', name: 'asOf', label: texts.asOf },
        ]}
        empty={
          <Empty
            action={
              <Button component={Link} to="/months">
                {texts.months}
              </Button>
            }
          >
            {texts.registerEmpty}
          </Empty>
        }
        columns={[
          {
            accessor: 'relationship.reference',
            title: texts.reference,
            noWrap: true,
            render: ({ relationship }) => <PathLink to={onThatDay(`/disclosed-relationships/${relationship.id}`, search.asOf)}>{relationship.reference}</PathLink>,
          },
          { accessor: 'relationship.legalName', title: texts.name, width: 220 },
          { accessor: 'agency.name', title: texts.agency },
          { accessor: 'relationship.entityType', title: texts.entityType, render: ({ relationship }) => codes.label('EntityType', relationship.entityType) },
          { accessor: 'relationship.functions', title: texts.performs, render: ({ relationship }) => codes.labels('TpmoFunction', relationship.functions) },
          { accessor: 'relationship.startDate', title: texts.since, noWrap: true, render: ({ relationship }) => day(relationship.startDate) },
          { accessor: 'relationship.status', title: texts.status, render: ({ relationship }) => <Badge>{codes.label('RelationshipStatus', relationship.status)}</Badge> },
          { accessor: 'disclosedAt', title: texts.disclosedAt, noWrap: true, render: (row) => time(row.disclosedAt) },
        ]}
      />
    </Page>
  );
}
