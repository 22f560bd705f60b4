import { Badge, Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { api, type Agency, type EntityType } from '../api';
import { useCodes } from '../shared/codes';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { texts as shared } from '../shared/texts';
import { useMay } from '../shared/user';
import { contractWords } from './contract';
import type { FILTERS } from './routes';
import { texts } from './texts';

type Search = { [name in (typeof FILTERS)[number]]?: string };

const filtered = ({ q, upline, level, inForce }: Search) => ({
  q,
  upline,
  level: level as EntityType | undefined,
  inForce: inForce === undefined ? undefined : inForce === 'true',
});

const InviteDialog = lazy(() => import('./InviteDialog'));

/** The agencies that report to the carrier, and how another one is invited. */
export default function Agencies() {
  const may = useMay();
  const codes = useCodes();
  const [isAdding, setAdding] = useState(false);
  const [search] = useFilters<Search>();
  const list = useList<Agency>(['agencies', 'list', search], (cursor, init) => api.directory.listAgencies({ ...filtered(search), cursor }, init));
  const add = may('createAgency') && <Button onClick={() => setAdding(true)}>{texts.add}</Button>;
  return (
    <Page title={texts.title} intro={texts.intro} actions={add}>
      <ListView
        name={texts.title}
        list={list}
        rowId={(row) => row.id}
        filters={[
          { kind: 'words', name: 'q', label: texts.words },
          { kind: 'words', name: 'upline', label: texts.upline },
          { kind: 'code', name: 'level', label: texts.level, codes: 'EntityType' },
          {
            kind: 'choice',
            name: 'inForce',
            label: texts.inForce,
            options: [
              { value: 'true', label: shared.yes },
              { value: 'false', label: shared.no },
            ],
          },
        ]}
        empty={<Empty action={add}>{texts.empty}</Empty>}
        columns={[
          { accessor: 'name', title: texts.name, render: (row) => <PathLink to={`/agencies/${row.id}`}>{row.name}</PathLink> },
          { accessor: 'npn', title: texts.npn },
          { accessor: 'level', title: texts.level, render: (row) => codes.label('EntityType', row.level) },
          { accessor: 'uplineName', title: texts.upline },
          { accessor: 'contract', title: texts.contract, render: (row) => contractWords(row.contract) },
          { accessor: 'contract.inForce', title: texts.inForce, render: (row) => <Badge>{row.contract?.inForce ? texts.inForce : texts.notInForce}</Badge> },
        ]}
      />
      {isAdding && (
        <Suspense>
          <InviteDialog onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </Page>
  );
}
