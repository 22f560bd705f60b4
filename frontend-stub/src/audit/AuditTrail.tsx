import { Badge, Button } from '@mantine/core';
import { useState } from 'react';
import { api, download, type AuditEvent, type AuditOutcome } from '../api';
import { useCodes } from '../shared/codes';
import { DownloadButton } from '../shared/DownloadButton';
import { number, time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { EventDialog } from './EventDialog';
import { operationOptions, operationWords } from './operationWords';
import type { FILTERS } from './routes';
import { texts } from './texts';

type Search = { [name in (typeof FILTERS)[number]]?: string };

/** The moment at which a day of the reader's own begins, or the day after it. */
function beginOf(day: string, after = 0): string {
  const at = new Date(`${day}T00:00`);
  at.setDate(at.getDate() + after);
  return at.toISOString();
}

const filtered = ({ since, until, outcome, requestId, ...search }: Search) => ({
  ...search,
  // As it is told where something went wrong.
  ...(requestId ? { requestId: requestId.replace(/^urn:uuid:/, '') } : {}),
  ...(since ? { since: beginOf(since) } : {}),
  ...(until ? { until: beginOf(until, 1) } : {}),
  outcome: outcome as AuditOutcome | undefined,
});

/** Who did what, when; each event with what it is about. */
export default function AuditTrail() {
  const codes = useCodes();
  const [search] = useFilters<Search>();
  const [shown, setShown] = useState<AuditEvent>();
  const list = useList<AuditEvent>(['audit', search], (cursor, init) => api.audit.listAuditEvents({ ...filtered(search), cursor }, init));
  const actors = new Map(list.items.map(({ actorId, actorName }) => [actorId, actorName ?? actorId]));
  if (search.actorId) actors.set(search.actorId, actors.get(search.actorId) ?? search.actorId);
  const actorOptions = [...actors].flatMap(([value, label]) => (value && label ? [{ value, label }] : []));
  return (
    <Page
      title={texts.title}
      intro={texts.intro}
      actions={
        <>
          <PathLink to="/audit-trail/check">{texts.toCheck}</PathLink>
          <DownloadButton file={(format) => download(api.audit.exportAuditEventsRaw({ ...filtered(search), format }))} />
        </>
      }
    >
      <ListView
        name={texts.title}
        list={list}
        rowId={(row) => String(row.seq)}
        filters={[
          { kind: 'day', name: 'since', label: texts.since },
          { kind: 'day', name: 'until', label: texts.until },
          { kind: 'choice', name: 'actorId', label: texts.actor, options: actorOptions },
          { kind: 'choice', name: 'operation', label: texts.operation, options: operationOptions },
          { kind: 'code', name: 'outcome', label: texts.outcome, codes: 'AuditOutcome' },
          { kind: 'words', name: 'objectId', label: texts.objectId },
          { kind: 'words', name: 'requestId', label: texts.requestId },
        ]}
        empty={<Empty>{texts.empty}</Empty>}
        columns={[
          { accessor: 'occurredAt', title: texts.at, noWrap: true, render: (row) => time(row.occurredAt) },
          { accessor: 'actorName', title: texts.actor, render: (row) => row.actorName ?? codes.label('AuditActorKind', row.actorKind) },
          { accessor: 'operation', title: texts.operation, render: (row) => operationWords(row.operation) },
          { accessor: 'objects', title: texts.about, render: (row) => [...row.objects.map(({ reference }) => reference).slice(0, 2), row.objectCount > 2 && texts.more(row.objectCount - 2)].filter(Boolean).join(', ') },
          { accessor: 'outcome', title: texts.outcome, noWrap: true, width: 120, render: (row) => <Badge>{codes.label('AuditOutcome', row.outcome)}</Badge> },
          {
            accessor: 'seq',
            title: texts.number,
            render: (row) => (
              <Button size="compact-sm" variant="default" aria-label={texts.detailsOf(number(row.seq))} onClick={() => setShown(row)}>
                {number(row.seq)}
              </Button>
            ),
          },
        ]}
      />
      {shown && <EventDialog event={shown} onClose={() => setShown(undefined)} />}
    </Page>
  );
}
