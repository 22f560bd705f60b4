import { expect, test } from 'vitest';
import { bodyOf, changed, patchOf, valuesOf, type Rules } from './values';

const rules: Rules = {
  '/legalName': { kind: 'text', required: true },
  '/npn': { kind: 'text' },
  '/functions': { kind: 'codes', codes: 'TpmoFunction' },
  '/offshore': { kind: 'yesNo' },
  '/offshoreDetails/country': { kind: 'text' },
  '/offshoreDetails/phiTouched': { kind: 'yesNo' },
  '/disciplinaryActions/*/type': { kind: 'code' },
};
const record = {
  legalName: 'Keystone Media Inc.',
  functions: ['SALES'],
  offshore: true,
  offshoreDetails: { country: 'PH', phiTouched: false },
};

test('a record is laid out by pointer, and what it lacks is empty', () => {
  expect(valuesOf(rules, record)).toEqual({
    '/legalName': 'Keystone Media Inc.',
    '/npn': '',
    '/functions': ['SALES'],
    '/offshore': true,
    '/offshoreDetails/country': 'PH',
    '/offshoreDetails/phiTouched': false,
  });
});

test('a new record leaves out what is empty and keeps a “no”', () => {
  const values = { ...valuesOf(rules), '/legalName': ' Agave ', '/offshore': false, '/offshoreDetails/country': 'PH' };
  expect(bodyOf(values)).toEqual({ legalName: 'Agave', offshore: false, offshoreDetails: { country: 'PH' } });
});

test('a change holds what changed and nothing else', () => {
  const before = valuesOf(rules, record);
  const after = { ...before, '/npn': '123', '/functions': [] };
  expect(changed(before, after)).toEqual(['/npn', '/functions']);
  expect(patchOf(before, after)).toEqual({ npn: '123', functions: [] });
});

test('what is emptied is cleared, and a block of which nothing is left goes as a whole', () => {
  const before = valuesOf(rules, record);
  expect(patchOf(before, { ...before, '/legalName': '' })).toEqual({ legalName: null });
  expect(patchOf(before, { ...before, '/offshoreDetails/country': '', '/offshoreDetails/phiTouched': null })).toEqual({
    offshoreDetails: null,
  });
});
