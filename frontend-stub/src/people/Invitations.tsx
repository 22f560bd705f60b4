import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, tagged, type Invitation, type ListInvitationsRequest } from '../api';
import { ActionDialog } from '../shared/ActionDialog';
import { useCodes } from '../shared/codes';
import { time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { useKey } from '../shared/useKey';
import { useMay } from '../shared/user';
import { texts } from './texts';

/** Who was invited, and what has become of that. */
export default function Invitations() {
  const may = useMay();
  const codes = useCodes();
  const queries = useQueryClient();
  const keyOf = useKey();
  const [search] = useFilters<{ status?: string }>();
  const [revoking, setRevoking] = useState<Invitation>();
  const list = useList<Invitation>(['invitations', search], (cursor, init) =>
    api.users.listInvitations({ ...(search as ListInvitationsRequest), direction: 'DESCENDING', cursor }, init),
  );
  const revoke = async (invitationId: string) => {
    const { etag } = await tagged(api.users.getInvitationRaw({ invitationId }));
    return api.users.revokeInvitation({ invitationId, ifMatch: etag, idempotencyKey: keyOf([invitationId, etag]) });
  };
  return (
    <Page title={texts.invitations} above={{ label: texts.title, to: '/people' }}>
      <ListView
        name={texts.invitations}
        list={list}
        rowId={(row) => row.id}
        filters={[{ kind: 'code', name: 'status', label: texts.status, codes: 'InvitationStatus' }]}
        empty={<Empty>{texts.invitationsEmpty}</Empty>}
        columns={[
          { accessor: 'name', title: texts.name },
          { accessor: 'email', title: texts.email },
          { accessor: 'roles', title: texts.roles, render: (row) => codes.labels('Role', row.roles) },
          { accessor: 'status', title: texts.status, render: (row) => codes.label('InvitationStatus', row.status) },
          { accessor: 'createdAt', title: texts.invited, noWrap: true, render: (row) => time(row.createdAt) },
          { accessor: 'expiresAt', title: texts.expires, noWrap: true, render: (row) => time(row.expiresAt) },
          {
            accessor: 'id',
            title: texts.revoke,
            render: (row) =>
              row.status === 'PENDING' &&
              may('revokeInvitation') && (
                <Button size="compact-sm" variant="default" aria-label={texts.revokeOf(row.name)} onClick={() => setRevoking(row)}>
                  {texts.revoke}
                </Button>
              ),
          },
        ]}
      />
      {revoking && (
        <ActionDialog
          title={texts.revokeOf(revoking.name)}
          intro={texts.revokeIntro}
          danger
          send={() => revoke(revoking.id)}
          onClose={() => setRevoking(undefined)}
          onDone={() => {
            setRevoking(undefined);
            void queries.invalidateQueries({ queryKey: ['invitations'] });
          }}
        />
      )}
    </Page>
  );
}
