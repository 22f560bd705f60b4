import { Badge, Button, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type OwnSession } from '../api';
import { time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useList } from '../shared/list/useList';
import { ProblemAlert } from '../shared/ProblemAlert';
import { texts } from './accountTexts';

/** Every session of the account; any of them can be ended from here. */
export function Sessions() {
  const queries = useQueryClient();
  const list = useList<OwnSession>(['sessions'], (cursor, init) => api.ownAccount.listMySessions({ cursor }, init));
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['sessions'] });
  const end = useMutation({ mutationFn: (sessionId: string) => api.ownAccount.endMySession({ sessionId }), onSuccess });
  const endOthers = useMutation({ mutationFn: () => api.ownAccount.endMySessions({ sessionsEnd: { includeCurrent: false } }), onSuccess });
  return (
    <>
      <Title order={2} size="h4">
        {texts.sessions}
      </Title>
      <ProblemAlert error={end.error ?? endOthers.error} />
      <ListView
        name={texts.sessions}
        list={list}
        rowId={(row) => row.id}
        empty={null}
        columns={[
          { accessor: 'startedAt', title: texts.started, noWrap: true, render: (row) => time(row.startedAt) },
          { accessor: 'lastUsedAt', title: texts.lastUsed, noWrap: true, render: (row) => time(row.lastUsedAt) },
          { accessor: 'address', title: texts.address },
          { accessor: 'userAgent', title: texts.program, width: 260, ellipsis: true },
          {
            accessor: 'id',
            title: texts.end,
            render: (row) =>
              row.current ? (
                <Badge>{texts.current}</Badge>
              ) : (
                <Button size="compact-sm" variant="default" aria-label={texts.endOf(time(row.startedAt))} loading={end.isPending && end.variables === row.id} onClick={() => end.mutate(row.id)}>
                  {texts.end}
                </Button>
              ),
          },
        ]}
      />
      {list.items.length > 1 && (
        <Button variant="default" w="fit-content" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {texts.endOthers}
        </Button>
      )}
    </>
  );
}
