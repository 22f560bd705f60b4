import { Badge, Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { api, type CmsExtract, type CmsExtractKind } from '../api';
import { useCodes } from '../shared/codes';
import { month, number, time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { useMay } from '../shared/user';
import { texts } from './texts';

const NewExtract = lazy(() => import('./NewExtract'));

type Search = { kind?: string };

/** Drafts and every final version of what leaves the carrier. */
export default function Extracts() {
  const may = useMay();
  const go = useNavigate();
  const queries = useQueryClient();
  const codes = useCodes();
  const [isAdding, setAdding] = useState(false);
  const [{ kind }] = useFilters<Search>();
  const list = useList<CmsExtract>(['extracts', kind], (cursor, init) => api.extracts.listExtracts({ kind: kind as CmsExtractKind | undefined, cursor }, init));
  const add = may('createExtract') && <Button onClick={() => setAdding(true)}>{texts.add}</Button>;
  return (
    <Page title={texts.title} intro={texts.intro} actions={add}>
      <ListView
        name={texts.title}
        list={list}
        rowId={(row) => row.id}
        empty={<Empty action={add}>{texts.empty}</Empty>}
        filters={[{ kind: 'choice', name: 'kind', label: texts.kind, options: Object.entries(texts.kinds).map(([value, label]) => ({ value, label })) }]}
        columns={[
          { accessor: 'period', title: texts.period, noWrap: true, render: (row) => <PathLink to={`/extracts/${row.id}`} aria-label={texts.name(texts.kinds[row.kind], month(row.period))}>{month(row.period)}</PathLink> },
          { accessor: 'kind', title: texts.kind, render: (row) => texts.kinds[row.kind] },
          { accessor: 'state', title: texts.state, render: (row) => <Badge>{codes.label('CmsExtractState', row.state)}</Badge> },
          { accessor: 'version', title: texts.version },
          { accessor: 'rowCount', title: texts.rows, render: (row) => row.rowCount !== undefined && number(row.rowCount) },
          { accessor: 'createdAt', title: texts.created, render: (row) => texts.by(time(row.createdAt), row.createdBy) },
          { accessor: 'finalizedAt', title: texts.finalized, render: (row) => row.finalizedAt && texts.by(time(row.finalizedAt), row.finalizedBy ?? '') },
        ]}
      />
      {isAdding && (
        <Suspense>
          <NewExtract
            onClose={() => setAdding(false)}
            onDone={(made) => {
              void queries.invalidateQueries({ queryKey: ['extracts'] });
              void go({ to: '/extracts/$extractId', params: { extractId: made.id } });
            }}
          />
        </Suspense>
      )}
    </Page>
  );
}
