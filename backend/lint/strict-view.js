// The contract as the linters read it, so that they check every example: `nullable` beside a lone `allOf` makes one type that may be null in
// every generated SDK, but a strict validator refuses it (it wants `type` beside `nullable`). Here the same is said as a validator reads it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import YAML from 'yaml';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Rewrites every nullable reference within, in place. */
export function strict(node) {
  if (node === null || typeof node !== 'object') return node;
  if (node.nullable === true && node.type === undefined && node.allOf?.length === 1) {
    const { nullable, allOf, ...rest } = node;
    return { ...rest, anyOf: [...allOf, { type: 'string', nullable: true, enum: [null] }] };
  }
  for (const [key, value] of Object.entries(node)) node[key] = strict(value);
  return node;
}

/** As text that reads the same by YAML 1.1 and 1.2. */
export const asText = (contract) => YAML.stringify(contract, { aliasDuplicateObjects: false, compat: 'yaml-1.1' });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const view = file('node_modules/.cache/upline/openapi.yaml');
  mkdirSync(dirname(view), { recursive: true });
  writeFileSync(view, asText(strict(YAML.parse(readFileSync(file('../../openapi.yaml'), 'utf8')))));
}
