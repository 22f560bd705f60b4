import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const RULES = new URL('../../api/generated/rules/', import.meta.url);
// Chosen from a list in words, and never shown.
const NOT_SHOWN = ['"help": "Operations by their `operationId`'];

test('the help of forms names no property: people know fields by their labels', async () => {
  const names = await readdir(RULES);
  const files = await Promise.all(names.map((name) => readFile(new URL(name, RULES), 'utf8')));
  const helps = files.flatMap((file) => file.split('\n').filter((line) => line.includes('"help": ')));
  expect(helps.length).toBeGreaterThan(50);
  expect(helps.filter((line) => /`[a-z]/.test(line) && !NOT_SHOWN.some((start) => line.includes(start)))).toEqual([]);
});
