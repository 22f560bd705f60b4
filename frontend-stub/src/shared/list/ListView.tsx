import { Button, Group, Text } from '@mantine/core';
import { DataTable, type DataTableColumn } from 'mantine-datatable';
import type { ReactNode } from 'react';
import { number } from '../format';
import { Empty } from '../Page';
import { ProblemAlert } from '../ProblemAlert';
import { texts } from '../texts';
import { Filters, type Filter } from './Filters';
import { useFilters } from './useFilters';
import type { List } from './useList';

interface Props<T> {
  /** What the list is of, such as “Relationships”. */
  name: string;
  list: List<T>;
  columns: DataTableColumn<T>[];
  rowId: (row: T) => string;
  filters?: Filter[];
  /** The last column is what one does with a row: it stays in sight on a narrow screen. */
  actsInLastColumn?: boolean;
  /** Instead of the table when there is nothing, and no filter is why. */
  empty: ReactNode;
  selected?: {
    rows: T[];
    set: (rows: T[]) => void;
    /** Which rows can be chosen; all when absent. */
    isSelectable?: (row: T) => boolean;
    /** What a row is called; its id when absent. */
    nameOf?: (row: T) => string;
  };
}

const NO_FILTERS: Filter[] = [];

function count<T>(list: List<T>): string {
  if (list.isPending) return texts.loading;
  if (list.total === undefined) return texts.shownAll(list.items.length);
  return texts.shown(list.items.length, `${number(list.total)}${list.totalIsCapped ? '+' : ''}`);
}

/** A list with its filters, its table, and “show more”; loading, empty and failed as well. */
export function ListView<T>({ name, list, columns, rowId, filters = NO_FILTERS, actsInLastColumn, empty, selected }: Props<T>) {
  const [values, , clear] = useFilters();
  const isFiltered = filters.some((filter) => values[filter.name]);
  const isEmpty = !list.isPending && !list.error && list.items.length === 0;
  return (
    <>
      {filters.length > 0 && (!isEmpty || isFiltered) && <Filters filters={filters} name={`${texts.search}: ${name}`} />}
      {list.error && <ProblemAlert error={list.error} retry={list.retry} />}
      {isEmpty && !isFiltered && empty}
      {isEmpty && isFiltered && (
        <Empty
          action={
            <Button variant="default" onClick={clear}>
              {texts.clearFilters}
            </Button>
          }
        >
          {texts.noMatch}
        </Empty>
      )}
      {!isEmpty && (list.items.length > 0 || !list.error) && (
        <>
          <Text role="status" size="sm" c="dimmed">
            {count(list)}
          </Text>
          <DataTable<T>
            withTableBorder
            minHeight={list.isPending ? 200 : undefined}
            verticalSpacing="xs"
            fetching={list.isPending}
            records={list.items}
            columns={columns}
            pinLastColumn={actsInLastColumn}
            idAccessor={rowId as never}
            noRecordsText=""
            scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': name } }}
            {...(selected
              ? {
                  selectedRecords: selected.rows,
                  onSelectedRecordsChange: selected.set,
                  allRecordsSelectionCheckboxProps: { 'aria-label': texts.selectAll },
                  getRecordSelectionCheckboxProps: (row: T) => ({ 'aria-label': texts.selectRow((selected.nameOf ?? rowId)(row)) }),
                  ...(selected.isSelectable ? { isRecordSelectable: selected.isSelectable } : {}),
                }
              : {})}
          />
        </>
      )}
      {list.more && (
        <Group justify="center">
          <Button variant="default" loading={list.isFetchingMore} onClick={list.more}>
            {texts.showMore}
          </Button>
        </Group>
      )}
    </>
  );
}
