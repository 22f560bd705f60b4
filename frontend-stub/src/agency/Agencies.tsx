import { Badge, Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { api, type Agency } from '../api';
import { useCodes } from '../shared/codes';
import { ListView } from '../shared/list/ListView';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { useMay } from '../shared/user';
import { contractWords } from './contract';
import { texts } from './texts';

const InviteDialog = lazy(() => import('./InviteDialog'));

/** The agencies that report to the carrier, and how another one is invited. */
export default function Agencies() {
  const may = useMay();
  const codes = useCodes();
  const [isAdding, setAdding] = useState(false);
  const list = useList<Agency>(['agencies', 'list'], (cursor, init) => api.directory.listAgencies({ cursor }, init));
  const add = may('createAgency') && <Button onClick={() => setAdding(true)}>{texts.add}</Button>;
  return (
    <Page title={texts.title} intro={texts.intro} actions={add}>
      <ListView
        name={texts.title}
        list={list}
        rowId={(row) => row.id}
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
