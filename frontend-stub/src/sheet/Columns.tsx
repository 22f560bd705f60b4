import { Badge, Button, Fieldset, Group, Select, SimpleGrid, Stack, Table, Text, TextInput } from '@mantine/core';
import type { ColumnMapping, ImportCorrections } from '../api';
import { useCodes } from '../shared/codes';
import { texts } from './texts';

/** What somebody has chosen and not sent. */
export interface Chosen {
  /** The fields by their columns; null where a column is not to be read. */
  columns: Record<string, string | null>;
  /** What fields that no column holds are in every row. */
  everywhere: Record<string, string>;
}
export const NOTHING_CHOSEN: Chosen = { columns: {}, everywhere: {} };

export function mappingOf({ columns, everywhere }: Chosen): Pick<ImportCorrections, 'mapping'> {
  const fixedValues = Object.entries(everywhere).flatMap(([field, text]) => (text.trim() ? [{ field, text: text.trim() }] : []));
  if (Object.keys(columns).length + fixedValues.length === 0) return {};
  return {
    mapping: {
      columns: Object.entries(columns).map(([column, field]) => ({ column, ...(field ? { field } : {}) })),
      ...(fixedValues.length > 0 ? { fixedValues } : {}),
    },
  };
}

interface Props {
  mapping: ColumnMapping;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
  isSending: boolean;
  canChange: boolean;
  onApply: (corrections: Omit<ImportCorrections, 'mode'>) => void;
}

/** What each column was read as, and how sure that is; what is said here is remembered. */
export function Columns({ mapping, chosen, onChoose, isSending, canChange, onApply }: Props) {
  const codes = useCodes();
  const hasGuess = mapping.columns.some((column) => column.confidence === 'GUESS');
  const options = mapping.fields.map((field) => ({ value: field.field, label: field.required ? texts.requiredField(field.header) : field.header }));
  const fieldOf = ({ column, field }: ColumnMapping['columns'][number]) => (column in chosen.columns ? chosen.columns[column] : field);
  const held = new Set(mapping.columns.map(fieldOf));
  const missing = mapping.fields.filter(({ field, required }) => required && !held.has(field));
  const everywhere = (field: string) => chosen.everywhere[field] ?? mapping.fixedValues.find((fixed) => fixed.field === field)?.text ?? '';
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
                    value={fieldOf(column) ?? null}
                    onChange={(field) => onChoose({ ...chosen, columns: { ...chosen.columns, [column.column]: field } })}
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
      {canChange && missing.length > 0 && (
        <Fieldset legend={texts.missing}>
          <Text size="sm" c="dimmed" mb="xs">
            {texts.missingIntro}
          </Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {missing.map(({ field, header }) => (
              <TextInput
                key={field}
                label={header}
                value={everywhere(field)}
                onChange={(event) => onChoose({ ...chosen, everywhere: { ...chosen.everywhere, [field]: event.currentTarget.value } })}
              />
            ))}
          </SimpleGrid>
        </Fieldset>
      )}
      {canChange && (
        <Group>
          <Button variant="default" disabled={mappingOf(chosen).mapping === undefined} loading={isSending} onClick={() => onApply({})}>
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
