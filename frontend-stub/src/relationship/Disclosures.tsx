import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api';
import { time } from '../shared/format';
import { Awaited } from '../shared/Page';
import { texts } from './texts';

/** What each carrier holds of it. */
export function Disclosures({ relationshipId }: { relationshipId: string }) {
  const disclosures = useQuery({
    queryKey: ['relationship', relationshipId, 'disclosures'],
    queryFn: () => api.disclosedRelationships.listRelationshipDisclosures({ relationshipId }),
  });
  if (!disclosures.data) return <Awaited error={disclosures.error} retry={() => void disclosures.refetch()} />;
  return (
    <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': texts.disclosures } }}>
      <Table withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.carrier}</Table.Th>
            <Table.Th>{texts.holds}</Table.Th>
            <Table.Th>{texts.disclosedAt}</Table.Th>
            <Table.Th>{texts.submission}</Table.Th>
            <Table.Th>{texts.status}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {disclosures.data.items.map((entry) => (
            <Table.Tr key={entry.carrier.id}>
              <Table.Th scope="row">{entry.carrier.name}</Table.Th>
              <Table.Td>{entry.revision === undefined ? texts.nothingYet : texts.revisionNumber(entry.revision)}</Table.Td>
              <Table.Td>{entry.disclosedAt && time(entry.disclosedAt)}</Table.Td>
              <Table.Td>{entry.submissionReference}</Table.Td>
              <Table.Td>{entry.undisclosedChange ? texts.undisclosed : texts.upToDate}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
