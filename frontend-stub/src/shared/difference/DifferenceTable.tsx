import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldDifference } from '../../api';
import { texts } from '../texts';

interface Props {
  differences: FieldDifference[];
  label: string;
  /** What is said of a field, beside it. */
  note?: (difference: FieldDifference) => ReactNode;
}

/** Field by field what was and what is, as people read it. */
export function DifferenceTable({ differences, label, note }: Props) {
  if (differences.length === 0) return <Text c="dimmed">{texts.noDifferences}</Text>;
  return (
    <Table.ScrollContainer
      minWidth={420}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': label } }}
    >
      <Table withTableBorder verticalSpacing="xs" className="differences">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.field}</Table.Th>
            <Table.Th>{texts.before}</Table.Th>
            <Table.Th>{texts.after}</Table.Th>
            {note && <Table.Th>{texts.remarks}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differences.map((difference) => (
            <Table.Tr key={difference.pointer}>
              <Table.Th scope="row">{difference.label}</Table.Th>
              <Table.Td>{difference.before === undefined ? texts.nothing : <del>{difference.before}</del>}</Table.Td>
              <Table.Td>{difference.after === undefined ? texts.nothing : <ins>{difference.after}</ins>}</Table.Td>
              {note && <Table.Td>{note(difference)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
