import { Badge, Group } from '@mantine/core';
import { api, type ContractDirectoryImport, type ListContractDirectoryImportsRequest } from '../api';
import { useCodes } from '../shared/codes';
import { number, time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { texts } from './texts';

/** Every file that was uploaded, those that were rejected too. */
export default function DirectoryUploads() {
  const codes = useCodes();
  const [search] = useFilters<{ status?: string }>();
  const list = useList<ContractDirectoryImport>(['contract-directory', 'uploads', search], (cursor, init) =>
    api.contractDirectory.listContractDirectoryImports({ ...(search as ListContractDirectoryImportsRequest), direction: 'DESCENDING', cursor }, init),
  );
  return (
    <Page title={texts.uploads} above={{ label: texts.title, to: '/contract-directory' }}>
      <ListView
        name={texts.uploads}
        list={list}
        rowId={(row) => row.id}
        filters={[{ kind: 'code', name: 'status', label: texts.status, codes: 'DirectoryImportStatus' }]}
        empty={<Empty>{texts.uploadsEmpty}</Empty>}
        columns={[
          { accessor: 'fileName', title: texts.file, render: (row) => <PathLink to={`/contract-directory/uploads/${row.id}`}>{row.fileName}</PathLink> },
          {
            accessor: 'status',
            title: texts.status,
            render: (row) => (
              <Group gap={4}>
                {codes.label('DirectoryImportStatus', row.status)}
                {row.current && <Badge>{texts.current}</Badge>}
              </Group>
            ),
          },
          { accessor: 'contractCount', title: texts.contracts, render: (row) => number(row.contractCount) },
          { accessor: 'faultCount', title: texts.errors, render: (row) => number(row.faultCount) },
          { accessor: 'uploadedAt', title: texts.uploaded, render: (row) => texts.by(time(row.uploadedAt), row.uploadedBy) },
        ]}
      />
    </Page>
  );
}
