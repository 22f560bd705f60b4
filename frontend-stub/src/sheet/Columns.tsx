import { Badge, Button, Group, Select, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { ColumnMapping, ImportCorrections } from '../api';
import { useCodes } from '../shared/codes';
import { texts } from './texts';

interface Props {
  mapping: ColumnMapping;
  isSending: boolean;
  canChange: boolean;
  onApply: (corrections: Omit<ImportCorrections, 'mode'>) => void;
}

/** What each column was read as, and how sure that is; what is said here is remembered. */
export function Columns({ mapping, isSending, canChange, onApply }: Props) {
  const codes = useCodes();
  const [chosen, setChosen] = useState<Record<string, string | null>>({});
  const hasGuess = mapping.columns.some((column) => column.confidence === 'GUESS');
  const options = mapping.fields.map((field) => ({ value: field.field, label: field.required ? texts.requiredField(field.header) : field.header }));
  const apply = () =>
    onApply({
      mapping: {
        columns: Object.entries(chosen).map(([column, field]) => ({ column, ...(field ? { field } : {}) })),
      },
    });
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {texts.columnsIntro}
      </Text>
      <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': texts.columns } }}>
        <Table withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.column}</Table.Th>
              <Table.Th>{texts.heading}</Table.Th>
              <Table.Th>{texts.field}</Table.Th>
              <Table.Th>{texts.confidence}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {mapping.columns.map((column) => (
              <Table.Tr key={column.column}>
                <Table.Td>{column.column}</Table.Td>
                <Table.Th scope="row">{column.header}</Table.Th>
                <Table.Td miw={220}>
                  <Select
                    aria-label={`${texts.field}: ${column.header}`}
                    data={options}
                    disabled={!canChange}
                    placeholder={texts.ignore}
                    value={column.column in chosen ? (chosen[column.column] ?? null) : (column.field ?? null)}
                    onChange={(field) => setChosen((before) => ({ ...before, [column.column]: field }))}
                    searchable
                    clearable
                    clearButtonProps={{ 'aria-label': `${column.header}: ${texts.ignore}` }}
                  />
                </Table.Td>
                <Table.Td>
                  <Badge>{codes.label('MappingConfidence', column.confidence)}</Badge>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {canChange && (
        <Group>
          <Button variant="default" disabled={Object.keys(chosen).length === 0} loading={isSending} onClick={apply}>
            {texts.applyColumns}
          </Button>
          {hasGuess && (
            <Button variant="default" loading={isSending} onClick={() => onApply({ confirmGuesses: true })}>
              {texts.confirmGuesses}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}
