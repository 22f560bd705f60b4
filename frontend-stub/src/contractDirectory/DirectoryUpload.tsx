import { Alert, Badge, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '../api';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { number, time } from '../shared/format';
import { Awaited, Page } from '../shared/Page';
import { texts } from './texts';

/** What has become of one upload, with the errors for which it was rejected. */
export default function DirectoryUpload() {
  const { directoryImportId } = useParams({ from: '/inside/contract-directory/uploads/$directoryImportId' });
  const codes = useCodes();
  const read = useQuery({ queryKey: ['contract-directory', 'upload', directoryImportId], queryFn: () => api.contractDirectory.getContractDirectoryImport({ directoryImportId }) });
  if (!read.data) return <Awaited error={read.error} retry={() => void read.refetch()} />;
  const { fileName, status, current, contractCount, faultCount, faults, uploadedAt, uploadedBy, contentSha256 } = read.data;
  return (
    <Page
      title={fileName}
      mark={
        <>
          <Badge>{codes.label('DirectoryImportStatus', status)}</Badge>
          {current && <Badge>{texts.current}</Badge>}
        </>
      }
      above={{ label: texts.title, to: '/contract-directory' }}
    >
      <Facts
        facts={[
          [texts.contracts, number(contractCount)],
          [texts.uploaded, texts.by(time(uploadedAt), uploadedBy)],
          [texts.checksum, contentSha256],
        ]}
      />
      {faultCount > 0 && (
        <>
          <Alert color="red" variant="outline" role="alert">
            {texts.rejected(number(faultCount))}
          </Alert>
          <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': texts.firstErrors } }}>
            <Table withTableBorder>
              <Table.Thead>
                <Table.Tr>
                  {[texts.cell, texts.column, texts.message].map((heading) => (
                    <Table.Th key={heading}>{heading}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {faults.map((fault) => (
                  <Table.Tr key={fault.cell + fault.code}>
                    <Table.Td>{fault.cell}</Table.Td>
                    <Table.Td>{fault.column}</Table.Td>
                    <Table.Td>{fault.message}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </>
      )}
    </Page>
  );
}
