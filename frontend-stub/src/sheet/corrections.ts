import type { ImportRow, RowCorrection } from '../api';

/** What was typed into the grid and not sent: by row, then by field. */
export interface Edits {
  cells: Record<number, Record<string, string>>;
  leftOut: Record<number, boolean>;
}
export const NO_EDITS: Edits = { cells: {}, leftOut: {} };

export const textOf = (row: ImportRow, field: string): string => row.cells.find((cell) => cell.field === field)?.text ?? '';
export const shownText = (row: ImportRow, field: string, edits: Edits): string => edits.cells[row.row]?.[field] ?? textOf(row, field);
export const isFaulty = (row: ImportRow, field: string): boolean => row.errors.some((error) => error.field === field);
export const isEdited = (row: ImportRow, field: string, edits: Edits): boolean => edits.cells[row.row]?.[field] !== undefined;

export function withText(edits: Edits, row: ImportRow, field: string, text: string): Edits {
  const { [field]: _, ...others } = edits.cells[row.row] ?? {};
  const cells = text === textOf(row, field) ? others : { ...others, [field]: text };
  return { ...edits, cells: { ...edits.cells, [row.row]: cells } };
}

export const withLeftOut = (edits: Edits, row: ImportRow, isLeftOut: boolean): Edits => ({
  ...edits,
  leftOut: { ...edits.leftOut, [row.row]: isLeftOut },
});

/** The other rows that are faulty at this field with the same text, and not corrected yet. */
export function equalsOf(rows: ImportRow[], edits: Edits, corrected: ImportRow, field: string): ImportRow[] {
  const text = textOf(corrected, field);
  return rows.filter((row) => row !== corrected && isFaulty(row, field) && textOf(row, field) === text && !isEdited(row, field, edits));
}

/** Lays what was copied from a spreadsheet over the grid, from one cell on. */
export function pasted(edits: Edits, rows: ImportRow[], fields: string[], from: { row: number; field: string }, clipboard: string): Edits {
  const lines = clipboard.replace(/\r?\n$/, '').split(/\r?\n/);
  const firstField = fields.indexOf(from.field);
  return lines.reduce(
    (soFar, line, down) =>
      line.split('\t').reduce((inRow, text, across) => {
        const row = rows[from.row + down];
        const field = fields[firstField + across];
        return row === undefined || field === undefined || firstField < 0 ? inRow : withText(inRow, row, field, text);
      }, soFar),
    edits,
  );
}

/** What is sent: each row once, with what was typed. */
export function correctionsOf(rows: ImportRow[], edits: Edits): RowCorrection[] {
  return rows.flatMap((row) => {
    const cells = Object.entries(edits.cells[row.row] ?? {}).map(([field, text]) => ({ field, text }));
    const leftOut = edits.leftOut[row.row];
    const leaveOut = leftOut === undefined || leftOut === row.leftOut ? {} : { leaveOut: leftOut };
    return cells.length === 0 && Object.keys(leaveOut).length === 0 ? [] : [{ row: row.row, ...leaveOut, ...(cells.length > 0 ? { cells } : {}) }];
  });
}

/** The next faulty cell after this one, row by row; from the start again after the last. */
export function nextFault(rows: ImportRow[], fields: string[], edits: Edits, after: { row: number; field: string } | undefined) {
  const open = rows.flatMap((row, index) =>
    fields.filter((field) => isFaulty(row, field) && !isEdited(row, field, edits) && !edits.leftOut[row.row]).map((field) => ({ row: index, field })),
  );
  const place = (at: { row: number; field: string }) => at.row * fields.length + fields.indexOf(at.field);
  return open.find((at) => after === undefined || place(at) > place(after)) ?? open[0];
}
