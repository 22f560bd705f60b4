import { Modal, Stack, Title } from '@mantine/core';
import { api, type AuditEvent, type AuditObject } from '../api';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { number, time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useList } from '../shared/list/useList';
import { Empty } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { operationWords } from './operationWords';
import { texts } from './texts';

/** One event with all that the trail says of it. */
export function EventDialog({ event, onClose }: { event: AuditEvent; onClose: () => void }) {
  const codes = useCodes();
  const objects = useList<AuditObject>(['audit-objects', event.seq], (cursor, init) => api.audit.listAuditEventObjects({ seq: event.seq, cursor }, init));
  return (
    <Modal opened onClose={onClose} title={texts.event(number(event.seq))} size="xl">
      <Stack>
        <Facts
          facts={[
            [texts.operation, operationWords(event.operation)],
            [texts.at, time(event.occurredAt)],
            [texts.actor, [event.actorName, codes.label('AuditActorKind', event.actorKind)].filter(Boolean).join(', ')],
            [texts.roles, codes.labels('Role', event.roles)],
            [texts.outcome, [codes.label('AuditOutcome', event.outcome), event.status].filter(Boolean).join(', ')],
            [texts.note, event.note],
            [texts.source, event.source],
            [
              texts.requestId,
              event.requestId && (
                <PathLink to={`/audit-trail?requestId=${event.requestId}`} onClick={onClose}>
                  {event.requestId}
                </PathLink>
              ),
            ],
            [texts.parameters, event.parameters],
            [texts.code, event.mac],
          ]}
        />
        <Title order={3} size="h5">
          {texts.objects}
        </Title>
        <ListView
          name={texts.objects}
          list={objects}
          rowId={(row) => row.id + row.kind}
          empty={<Empty>{texts.noObjects}</Empty>}
          columns={[
            { accessor: 'kind', title: texts.kind },
            { accessor: 'reference', title: texts.reference },
            {
              accessor: 'id',
              title: texts.onlyThis,
              render: (row) => (
                <PathLink to={`/audit-trail?objectId=${row.id}`} onClick={onClose}>
                  {row.id}
                </PathLink>
              ),
            },
          ]}
        />
      </Stack>
    </Modal>
  );
}
