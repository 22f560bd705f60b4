import './mend.css';
import { Alert, Button, Group, useComputedColorScheme } from '@mantine/core';
import {
  CellStyleModule,
  CheckboxEditorModule,
  ClientSideRowModelModule,
  colorSchemeVariable,
  ColumnAutoSizeModule,
  ModuleRegistry,
  RowAutoHeightModule,
  ScrollApiModule,
  TextEditorModule,
  themeQuartz,
  TooltipModule,
  type ColDef,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useEffect, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { ImportRow, MappableField } from '../api';
import { nonce } from '../shared/nonce';
import { equalsOf, isEdited, isFaulty, nextFault, pasted, shownText, textOf, withLeftOut, withText, type Edits } from './corrections';
import { texts } from './texts';

ModuleRegistry.registerModules([
  CellStyleModule,
  CheckboxEditorModule,
  ClientSideRowModelModule,
  ColumnAutoSizeModule,
  RowAutoHeightModule,
  ScrollApiModule,
  TextEditorModule,
  TooltipModule,
]);
const look = themeQuartz.withPart(colorSchemeVariable);

interface Props {
  rows: ImportRow[];
  /** What a row may hold: a fault may ask for a field that no column of the sheet holds. */
  known: MappableField[];
  edits: Edits;
  onEdit: (edits: Edits) => void;
}

interface Equal {
  row: ImportRow;
  field: string;
  text: string;
}

/** The faulty rows of a sheet, to be corrected cell by cell. */
export default function MendGrid({ rows, known, edits, onEdit }: Props) {
  const grid = useRef<AgGridReact<ImportRow>>(null);
  const scheme = useComputedColorScheme('light');
  const [equal, setEqual] = useState<Equal>();
  useEffect(() => {
    // Its pop-ups hang on the body.
    document.body.dataset.agThemeMode = scheme;
  }, [scheme]);

  const fields = useMemo(() => {
    const named = new Map(rows.flatMap((row) => row.cells.map((cell) => [cell.field, cell.header] as const)));
    for (const error of rows.flatMap((row) => row.errors)) if (error.field && !named.has(error.field)) named.set(error.field, error.column);
    for (const { field, header } of known) if (!named.has(field)) named.set(field, header);
    // What is wrong somewhere comes first.
    const faulty = (field: string) => Number(rows.some((row) => isFaulty(row, field)));
    return [...named].toSorted(([one], [other]) => faulty(other) - faulty(one)).map(([field, header]) => ({ field, header }));
  }, [rows, known]);
  const names = useMemo(() => fields.map((field) => field.field), [fields]);

  const columns = useMemo<ColDef<ImportRow>[]>(
    () => [
      { colId: '#row', headerName: texts.row, width: 76, pinned: 'left', valueGetter: ({ data }) => data?.row },
      {
        colId: '#what',
        headerName: texts.what,
        width: 300,
        wrapText: true,
        autoHeight: true,
        valueGetter: ({ data }) => data?.errors.map((error) => `${error.column}: ${error.message}`).join('\n'),
      },
      ...fields.map(
        ({ field, header }): ColDef<ImportRow> => ({
          colId: field,
          headerName: header,
          editable: true,
          width: 170,
          valueGetter: ({ data, context }) => (data ? shownText(data, field, context.edits) : ''),
          valueSetter: ({ data, newValue, oldValue, context }) => newValue !== oldValue && context.onText(data, field, String(newValue ?? '')),
          cellClassRules: {
            faulty: ({ data, context }) => data !== undefined && isFaulty(data, field) && !isEdited(data, field, context.edits),
            edited: ({ data, context }) => data !== undefined && isEdited(data, field, context.edits),
          },
          tooltipValueGetter: ({ data }) =>
            data?.errors
              .filter((error) => error.field === field)
              .map((error) => error.message)
              .join('\n'),
        }),
      ),
      {
        colId: '#out',
        headerName: texts.leaveOut,
        width: 110,
        editable: true,
        cellDataType: 'boolean',
        cellEditor: 'agCheckboxCellEditor',
        valueGetter: ({ data, context }) => (data ? (context.edits.leftOut[data.row] ?? data.leftOut) : false),
        valueSetter: ({ data, newValue, context }) => context.onLeaveOut(data, Boolean(newValue)),
      },
    ],
    [fields],
  );

  // What is typed is kept here and not in the rows, so the grid's own events, which read the rows again, would tell what was there before.
  const context = useMemo(
    () => ({
      edits,
      onText(row: ImportRow, field: string, text: string): boolean {
        const next = withText(edits, row, field, text);
        onEdit(next);
        setEqual(isFaulty(row, field) && equalsOf(rows, next, row, field).length > 0 ? { row, field, text } : undefined);
        return true;
      },
      onLeaveOut(row: ImportRow, isLeftOut: boolean): boolean {
        onEdit(withLeftOut(edits, row, isLeftOut));
        return true;
      },
    }),
    [edits, onEdit, rows],
  );
  useEffect(() => {
    const api = grid.current?.api;
    api?.setGridOption('context', context);
    api?.refreshCells({ force: true });
  }, [context]);

  function goToNext() {
    const api = grid.current?.api;
    const focused = api?.getFocusedCell();
    const at = nextFault(rows, names, edits, focused && names.includes(focused.column.getColId()) ? { row: focused.rowIndex, field: focused.column.getColId() } : undefined);
    if (!api || !at) return;
    api.ensureIndexVisible(at.row);
    api.ensureColumnVisible(at.field);
    api.setFocusedCell(at.row, at.field);
  }

  function paste(event: ClipboardEvent) {
    const focused = grid.current?.api?.getFocusedCell();
    const isTyping = (event.target as HTMLElement).matches('input, textarea');
    if (!focused || isTyping) return;
    event.preventDefault();
    onEdit(pasted(edits, rows, names, { row: focused.rowIndex, field: focused.column.getColId() }, event.clipboardData.getData('text/plain')));
  }

  function key(event: KeyboardEvent) {
    if (event.key !== 'F8') return;
    event.preventDefault();
    goToNext();
  }

  const others = equal ? equalsOf(rows, edits, equal.row, equal.field) : [];
  return (
    <>
      <Group>
        <Button variant="default" size="compact-sm" onClick={goToNext}>
          {texts.next}
        </Button>
      </Group>
      {equal && others.length > 0 && (
        <Alert variant="outline" role="status">
          {texts.equal(others.length, textOf(equal.row, equal.field) || texts.blank)}{' '}
          <Button
            size="compact-sm"
            ml="xs"
            onClick={() => {
              onEdit(others.reduce((soFar, row) => withText(soFar, row, equal.field, equal.text), edits));
              setEqual(undefined);
              // This button is gone then.
              grid.current?.api.setFocusedCell(rows.indexOf(equal.row), equal.field);
            }}
          >
            {texts.correctEqual}
          </Button>
        </Alert>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys and pastes of the grid in it */}
      <div className="mend" onPaste={paste} onKeyDown={key}>
        <AgGridReact<ImportRow>
          ref={grid}
          theme={look}
          styleNonce={nonce}
          context={context}
          rowData={rows}
          columnDefs={columns}
          getRowId={({ data }) => String(data.row)}
          stopEditingWhenCellsLoseFocus
          ensureDomOrder
          tooltipShowDelay={300}
          defaultColDef={{ sortable: false, resizable: true, suppressMovable: true }}
        />
      </div>
    </>
  );
}
