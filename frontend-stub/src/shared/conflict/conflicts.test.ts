import { expect, test } from 'vitest';
import { conflictsOf, merged } from './conflicts';

const base = { '/legalName': 'Agave', '/npn': '', '/ein': '' };
const yours = { '/legalName': 'Agave LLC', '/npn': '123', '/ein': '' };
const theirs = { '/legalName': 'Agave Inc.', '/npn': '', '/ein': '54-4873297' };

test('only what both changed is in conflict', () => {
  expect(conflictsOf(base, yours, theirs)).toEqual([{ pointer: '/legalName', yours: 'Agave LLC', theirs: 'Agave Inc.' }]);
  expect(conflictsOf(base, { ...base, '/legalName': 'Agave Inc.' }, theirs)).toEqual([]);
});

test('what only one of them changed stands in any case', () => {
  expect(merged(base, yours, theirs, new Set())).toEqual({ '/legalName': 'Agave Inc.', '/npn': '123', '/ein': '54-4873297' });
  expect(merged(base, yours, theirs, new Set(['/legalName']))).toEqual({ '/legalName': 'Agave LLC', '/npn': '123', '/ein': '54-4873297' });
});
