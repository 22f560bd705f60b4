import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { api, type ListServiceAccountsRequest, type ServiceAccount } from '../api';
import { useCodes } from '../shared/codes';
import { time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { useMay } from '../shared/user';
import { texts } from './texts';

/** The machines that call the API for the organization. */
export default function ServiceAccounts() {
  const may = useMay();
  const codes = useCodes();
  const [search] = useFilters<{ status?: string }>();
  const list = useList<ServiceAccount>(['service-accounts', search], (cursor, init) =>
    api.serviceAccounts.listServiceAccounts({ ...(search as ListServiceAccountsRequest), cursor }, init),
  );
  const create = may('createServiceAccount') && (
    <Button component={Link} to="/service-accounts/new">
      {texts.create}
    </Button>
  );
  return (
    <Page title={texts.title} intro={texts.intro} actions={create}>
      <ListView
        name={texts.title}
        list={list}
        rowId={(row) => row.id}
        filters={[{ kind: 'code', name: 'status', label: texts.status, codes: 'ServiceAccountStatus' }]}
        empty={<Empty>{texts.empty}</Empty>}
        columns={[
          { accessor: 'name', title: texts.name, render: (row) => <PathLink to={`/service-accounts/${row.id}`}>{row.name}</PathLink> },
          { accessor: 'role', title: texts.role, render: (row) => codes.label('Role', row.role) },
          { accessor: 'status', title: texts.status, render: (row) => codes.label('ServiceAccountStatus', row.status) },
          { accessor: 'expiresAt', title: texts.expires, noWrap: true, render: (row) => row.expiresAt && time(row.expiresAt) },
          { accessor: 'lastUsedAt', title: texts.lastUsed, noWrap: true, render: (row) => row.lastUsedAt && time(row.lastUsedAt) },
        ]}
      />
    </Page>
  );
}
