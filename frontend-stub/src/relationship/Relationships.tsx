import { Badge, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { DataTableColumn } from 'mantine-datatable';
import { api, download, type EntityType, type Relationship, type RelationshipSort, type RelationshipStatus, type TpmoFunction, type UsState } from '../api';
import { useCarriers } from '../shared/carriers';
import { useCodes } from '../shared/codes';
import { DownloadButton } from '../shared/DownloadButton';
import { day } from '../shared/format';
import type { Filter } from '../shared/list/Filters';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { useMay } from '../shared/user';
import type { FILTERS } from './routes';
import { texts } from './texts';

type Search = { [name in (typeof FILTERS)[number]]?: string };

const filtered = (search: Search) => ({
  q: search.q,
  performs: search.performs as TpmoFunction | undefined,
  entityType: search.entityType as EntityType | undefined,
  state: search.state as UsState | undefined,
  status: search.status as RelationshipStatus | undefined,
  undisclosedTo: search.undisclosedTo,
  upstreamId: search.upstreamId,
  // What is searched for comes best first.
  sort: search.q ? undefined : (search.sort as RelationshipSort | undefined),
});

/** The register. */
export default function Relationships() {
  const may = useMay();
  const codes = useCodes();
  const carriers = useCarriers();
  const [search] = useFilters<Search>();
  const list = useList<Relationship>(['relationships', search], (cursor, init) =>
    api.relationships.listRelationships({ ...filtered(search), cursor, limit: 50, includeTotal: cursor === undefined }, init),
  );
  const filters: Filter[] = [
    { kind: 'words', name: 'q', label: texts.words },
    { kind: 'code', name: 'performs', label: texts.performs, codes: 'TpmoFunction' },
    { kind: 'code', name: 'entityType', label: texts.entityType, codes: 'EntityType' },
    { kind: 'code', name: 'state', label: texts.state, codes: 'UsState' },
    { kind: 'code', name: 'status', label: texts.status, codes: 'RelationshipStatus' },
    {
      kind: 'choice',
      name: 'undisclosedTo',
      label: texts.undisclosedTo,
      options: carriers.data?.items.map((carrier) => ({ value: carrier.id, label: carrier.name })) ?? [],
    },
    { kind: 'code', name: 'sort', label: texts.sort, codes: 'RelationshipSort' },
  ];
  const columns: DataTableColumn<Relationship>[] = [
    {
      accessor: 'reference',
      title: texts.reference,
      noWrap: true,
      render: (row) => <PathLink to={`/relationships/${row.id}`}>{row.reference}</PathLink>,
    },
    { accessor: 'legalName', title: texts.name, width: 220 },
    { accessor: 'entityType', title: texts.entityType, render: (row) => codes.label('EntityType', row.entityType) },
    { accessor: 'functions', title: texts.performs, render: (row) => codes.labels('TpmoFunction', row.functions) },
    { accessor: 'address.state', title: texts.state },
    { accessor: 'startDate', title: texts.since, noWrap: true, render: (row) => day(row.startDate) },
    {
      accessor: 'status',
      title: texts.status,
      render: (row) => <Badge>{codes.label('RelationshipStatus', row.status)}</Badge>,
    },
  ];
  const actions = (
    <>
      {list.items.length > 0 && (
        <DownloadButton file={(format) => download(api.relationshipWorkbooks.exportRelationshipsRaw({ ...filtered(search), format }))} />
      )}
      {may('importRelationships') && (
        <Button variant="default" component={Link} to="/relationships/upload">
          {texts.upload}
        </Button>
      )}
      {may('createRelationship') && (
        <Button component={Link} to="/relationships/new">
          {texts.add}
        </Button>
      )}
    </>
  );
  return (
    <Page title={texts.title} intro={texts.intro} actions={actions}>
      <ListView
        name={texts.title}
        list={list}
        filters={filters}
        columns={columns}
        rowId={(row) => row.id}
        empty={
          <Empty
            action={
              may('importRelationships') && (
                <Button component={Link} to="/relationships/upload">
                  {texts.upload}
                </Button>
              )
            }
          >
            {texts.empty}
          </Empty>
        }
      />
    </Page>
  );
}
