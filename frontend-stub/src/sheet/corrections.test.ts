import { expect, test } from 'vitest';
import type { ImportRow } from '../api';
import { correctionsOf, equalsOf, nextFault, NO_EDITS, pasted, shownText, withLeftOut, withText } from './corrections';

const FIELDS = ['functions', 'npn'];
const row = (number: number, functions: string, npn: string, ...faulty: string[]): ImportRow => ({
  row: number,
  leftOut: false,
  cells: [
    { field: 'functions', header: 'Services', text: functions, masked: false },
    { field: 'npn', header: 'NPN', text: npn, masked: false },
  ],
  errors: faulty.map((field) => ({ sheet: 'S', row: number, column: field, field, code: 'X', message: 'Wrong.' })),
});
const [first, second, third] = [row(7, 'mktg', '1', 'functions'), row(9, 'mktg', '', 'functions', 'npn'), row(12, 'mktg', '3')] as [ImportRow, ImportRow, ImportRow];
const rows = [first, second, third];

test('a correction is offered for the rows that are wrong in the same way, and for no others', () => {
  const edits = withText(NO_EDITS, first, 'functions', 'Marketing');
  expect(equalsOf(rows, edits, first, 'functions')).toEqual([second]);
  expect(equalsOf(rows, withText(edits, second, 'functions', 'Sales'), first, 'functions')).toEqual([]);
});

test('what is typed back to what it was is no correction', () => {
  const edits = withText(withText(NO_EDITS, first, 'npn', '2'), first, 'npn', '1');
  expect(correctionsOf(rows, edits)).toEqual([]);
});

test('what a spreadsheet copies is laid over rows and columns, and what does not fit is left', () => {
  const edits = pasted(NO_EDITS, rows, FIELDS, { row: 1, field: 'functions' }, 'Sales\t16\r\nMarketing\t17\tmore\r\nLost\r\n');
  expect(correctionsOf(rows, edits)).toEqual([
    { row: 9, cells: [{ field: 'functions', text: 'Sales' }, { field: 'npn', text: '16' }] },
    { row: 12, cells: [{ field: 'functions', text: 'Marketing' }, { field: 'npn', text: '17' }] },
  ]);
  expect(shownText(third, 'npn', edits)).toBe('17');
});

test('a row that is no record is left out', () => {
  expect(correctionsOf(rows, withLeftOut(NO_EDITS, third, true))).toEqual([{ row: 12, leaveOut: true }]);
});

test('the next fault is the next in reading order that is not corrected, and after the last the first', () => {
  expect(nextFault(rows, FIELDS, NO_EDITS, undefined)).toEqual({ row: 0, field: 'functions' });
  expect(nextFault(rows, FIELDS, NO_EDITS, { row: 0, field: 'functions' })).toEqual({ row: 1, field: 'functions' });
  expect(nextFault(rows, FIELDS, withText(NO_EDITS, second, 'functions', 'Sales'), { row: 0, field: 'functions' })).toEqual({ row: 1, field: 'npn' });
  expect(nextFault(rows, FIELDS, NO_EDITS, { row: 1, field: 'npn' })).toEqual({ row: 0, field: 'functions' });
});
