import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, tagged, type ListRoleChangesRequest, type RoleChange } from '../api';
import { ActionDialog } from '../shared/ActionDialog';
import { useCodes } from '../shared/codes';
import { time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { useKey } from '../shared/useKey';
import { texts } from './texts';

interface Deciding {
  row: RoleChange;
  isApproved: boolean;
}

const personOf = (row: RoleChange, kind: string) => row.userName ?? kind;

/** What one administrator asked for and another one decides; the mails about it lead here. */
export default function RoleChanges() {
  const codes = useCodes();
  const queries = useQueryClient();
  const keyOf = useKey();
  const [search] = useFilters<{ status?: string }>();
  const [deciding, setDeciding] = useState<Deciding>();
  const list = useList<RoleChange>(['role-changes', search], (cursor, init) => api.roleChanges.listRoleChanges({ ...(search as ListRoleChangesRequest), cursor }, init));
  const decide = async ({ row: { id: roleChangeId }, isApproved }: Deciding) => {
    const { etag } = await tagged(api.roleChanges.getRoleChangeRaw({ roleChangeId }));
    const at = { roleChangeId, ifMatch: etag, idempotencyKey: keyOf([roleChangeId, etag, isApproved]) };
    return isApproved ? api.roleChanges.approveRoleChange(at) : api.roleChanges.refuseRoleChange(at);
  };
  return (
    <Page title={texts.roleChanges} intro={texts.roleChangesIntro} above={{ label: texts.title, to: '/people' }}>
      <ListView
        name={texts.roleChanges}
        list={list}
        rowId={(row) => row.id}
        actsInLastColumn
        filters={[{ kind: 'code', name: 'status', label: texts.status, codes: 'RoleChangeStatus' }]}
        empty={<Empty>{texts.roleChangesEmpty}</Empty>}
        columns={[
          { accessor: 'kind', title: texts.kind, render: (row) => codes.label('RoleChangeKind', row.kind) },
          { accessor: 'userName', title: texts.person, render: (row) => row.userId && <PathLink to={`/people/${row.userId}`}>{row.userName ?? texts.person}</PathLink> },
          { accessor: 'roles', title: texts.roles, render: (row) => codes.labels('Role', row.roles) },
          { accessor: 'status', title: texts.status, render: (row) => codes.label('RoleChangeStatus', row.status) },
          { accessor: 'askedBy', title: texts.askedBy },
          { accessor: 'askedAt', title: texts.askedAt, noWrap: true, render: (row) => time(row.askedAt) },
          { accessor: 'expiresAt', title: texts.expires, noWrap: true, render: (row) => time(row.expiresAt) },
          { accessor: 'decidedBy', title: texts.decidedBy },
          {
            accessor: 'id',
            title: texts.decide,
            render: (row) =>
              row.status === 'WAITING' && (
                <Group gap={4} wrap="nowrap">
                  {[true, false].map((isApproved) => {
                    const step = isApproved ? texts.approve : texts.refuse;
                    return (
                      <Button key={step} size="compact-sm" variant="default" aria-label={texts.stepOf(step, personOf(row, codes.label('RoleChangeKind', row.kind)))} onClick={() => setDeciding({ row, isApproved })}>
                        {step}
                      </Button>
                    );
                  })}
                </Group>
              ),
          },
        ]}
      />
      {deciding && (
        <ActionDialog
          title={deciding.isApproved ? texts.approve : texts.refuse}
          intro={deciding.isApproved ? texts.approveIntro : texts.refuseIntro}
          danger={!deciding.isApproved}
          send={() => decide(deciding)}
          onClose={() => setDeciding(undefined)}
          onDone={() => {
            setDeciding(undefined);
            for (const queryKey of [['role-changes'], ['people'], ['person'], ['security-settings'], ['work']]) void queries.invalidateQueries({ queryKey });
          }}
        />
      )}
    </Page>
  );
}
