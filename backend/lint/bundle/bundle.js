// Makes openapi.yaml of its sources in openapi/; with --check only says whether it is what they say.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const NOTICE = '# Made of the sources in openapi/ by `make contract`: change it there.\n';

/** The contract in one document, as text. */
export function bundled(source = file('../../../openapi/openapi.yaml')) {
  const folder = mkdtempSync(join(tmpdir(), 'upline-contract-'));
  try {
    const target = join(folder, 'openapi.yaml');
    execFileSync(file('../node_modules/.bin/redocly'), ['bundle', source, '--config', file('redocly.yaml'), '--output', target], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
    return NOTICE + readFileSync(target, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = file('../../../openapi.yaml');
  const made = bundled();
  if (!process.argv.includes('--check')) {
    writeFileSync(target, made);
  } else if (made !== readFileSync(target, 'utf8')) {
    console.error('openapi.yaml is not what its sources in openapi/ say: run `make contract`, and commit both.');
    process.exit(1);
  }
}
