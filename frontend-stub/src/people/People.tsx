import { Button, Group } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { api, type ListUsersRequest, type User } from '../api';
import { useCodes } from '../shared/codes';
import { time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { useRoleOptions } from '../shared/RolePicker';
import { texts as shared } from '../shared/texts';
import { useMay } from '../shared/user';
import { texts } from './texts';

const InviteDialog = lazy(() => import('./InviteDialog'));

/** Everybody of the organization, with what each of them may do. */
export default function People() {
  const may = useMay();
  const codes = useCodes();
  const roles = useRoleOptions();
  const [search] = useFilters<Record<string, string | undefined>>();
  const [isInviting, setInviting] = useState(false);
  const list = useList<User>(['people', 'list', search], (cursor, init) => api.users.listUsers({ ...(search as ListUsersRequest), cursor }, init));
  return (
    <Page
      title={texts.title}
      intro={texts.intro}
      actions={may('createInvitation') && <Button onClick={() => setInviting(true)}>{texts.invite}</Button>}
    >
      <Group gap="md">
        <PathLink to="/people/invitations">{texts.invitations}</PathLink>
        <PathLink to="/role-changes">{texts.roleChanges}</PathLink>
      </Group>
      <ListView
        name={texts.title}
        list={list}
        rowId={(row) => row.id}
        filters={[
          { kind: 'words', name: 'q', label: texts.words },
          { kind: 'choice', name: 'role', label: texts.role, options: roles },
          { kind: 'code', name: 'status', label: texts.status, codes: 'UserStatus' },
        ]}
        empty={<Empty>{texts.empty}</Empty>}
        columns={[
          { accessor: 'name', title: texts.name, render: (row) => <PathLink to={`/people/${row.id}`}>{row.name}</PathLink> },
          { accessor: 'email', title: texts.email },
          { accessor: 'roles', title: texts.roles, render: (row) => codes.labels('Role', row.roles) },
          { accessor: 'status', title: texts.status, render: (row) => codes.label('UserStatus', row.status) },
          { accessor: 'secondFactor', title: texts.secondFactor, render: (row) => (row.secondFactor ? shared.yes : shared.no) },
          { accessor: 'lastSignInAt', title: texts.lastSignIn, noWrap: true, render: (row) => row.lastSignInAt && time(row.lastSignInAt) },
        ]}
      />
      {isInviting && (
        <Suspense>
          <InviteDialog onClose={() => setInviting(false)} />
        </Suspense>
      )}
    </Page>
  );
}
