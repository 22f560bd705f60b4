import { Badge, Button, Group, Select, Stack, Table, Text } from '@mantine/core';
import type { ColumnMapping, ImportCorrections } from '../api';
import { useCodes } from '../shared/codes';
import { texts } from './texts';

/** The fields by their columns, as somebody has chosen them; null where a column is not to be read. */
export type ChosenColumns = Record<string, string | null>;

export const mappingOf = (chosen: ChosenColumns): Pick<ImportCorrections, 'mapping'> =>
  Object.keys(chosen).length === 0 ? {} : { mapping: { columns: Object.entries(chosen).map(([column, field]) => ({ column, ...(field ? { field } : {}) })) } };

interface Props {
  mapping: ColumnMapping;
  chosen: ChosenColumns;
  onChoose: (chosen: ChosenColumns) => void;
  isSending: boolean;
  canChange: boolean;
  onApply: (corrections: Omit<ImportCorrections, 'mode'>) => void;
}

/** What each column was read as, and how sure that is; what is said here is remembered. */
export function Columns({ mapping, chosen, onChoose, isSending, canChange, onApply }: Props) {
  const codes = useCodes();
  const hasGuess = mapping.columns.some((column) => column.confidence === 'GUESS');
  const options = mapping.fields.map((field) => ({ value: field.field, label: field.required ? texts.requiredField(field.header) : field.header }));
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
                    onChange={(field) => onChoose({ ...chosen, [column.column]: field })}
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
          <Button variant="default" disabled={Object.keys(chosen).length === 0} loading={isSending} onClick={() => onApply({})}>
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
