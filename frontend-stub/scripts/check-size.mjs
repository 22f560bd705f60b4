// Fails when what a browser must load before it shows the first list has grown beyond what we allow ourselves.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const LIMITS = { js: 260_000, css: 45_000 };
/** The pages that are lists; each must be within the limits by itself. */
const LISTS = Object.freeze([
  'src/work/Work.tsx',
  'src/relationship/Relationships.tsx',
  'src/incident/Incidents.tsx',
  'src/submission/Submissions.tsx',
  'src/review/Queue.tsx',
  'src/disclosed/DisclosedRelationships.tsx',
  'src/disclosed/DisclosedIncidents.tsx',
  'src/triage/Triage.tsx',
  'src/matrix/Months.tsx',
  'src/plan/Plans.tsx',
  'src/extract/Extracts.tsx',
  'src/figures/Figures.tsx',
  'src/agency/Agencies.tsx',
  'src/period/Calendar.tsx',
]);

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(await readFile(new URL('manifest.json', dist), 'utf8'));

function loadedBy(name, files = new Set()) {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`The build has no ${name}`);
  if (files.has(chunk.file)) return files;
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const imported of chunk.imports ?? []) loadedBy(imported, files);
  return files;
}

const size = async (file) => gzipSync(await readFile(new URL(file, dist))).length;

let isTooMuch = false;
for (const list of LISTS) {
  const files = [...new Set([...loadedBy('index.html'), ...loadedBy('src/app/Shell.tsx'), ...loadedBy(list)])];
  for (const [kind, limit] of Object.entries(LIMITS)) {
    const sizes = await Promise.all(files.filter((file) => file.endsWith(`.${kind}`)).map(size));
    const total = sizes.reduce((sum, one) => sum + one, 0);
    const verdict = `${list}: ${(total / 1000).toFixed(1)} kB of ${kind} (gzip), ${limit / 1000} kB allowed`;
    if (total > limit) isTooMuch = true;
    console.log(total > limit ? `TOO MUCH  ${verdict}` : verdict);
  }
}
if (isTooMuch) process.exitCode = 1;
