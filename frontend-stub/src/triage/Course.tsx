import { Badge } from '@mantine/core';
import { api, type TriageEvent } from '../api';
import { useCodes } from '../shared/codes';
import { time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useList } from '../shared/list/useList';
import { texts } from './texts';

/** Every step of the triage, who took it, and what was said. */
export function Course({ incidentId }: { incidentId: string }) {
  const codes = useCodes();
  const list = useList<TriageEvent>(['triage-item', incidentId, 'events'], (cursor, init) => api.triage.listTriageEvents({ incidentId, cursor }, init));
  return (
    <ListView
      name={texts.course}
      list={list}
      rowId={(row) => row.at + row.action}
      empty={null}
      columns={[
        { accessor: 'at', title: texts.at, noWrap: true, render: (row) => time(row.at) },
        { accessor: 'action', title: texts.step, render: (row) => codes.label('TriageAction', row.action) },
        { accessor: 'by', title: texts.person },
        { accessor: 'message', title: texts.message },
        { accessor: 'state', title: texts.state, render: (row) => <Badge>{codes.label('TriageState', row.state)}</Badge> },
      ]}
    />
  );
}
