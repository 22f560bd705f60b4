// What `scripts/release build` makes of a tag where a container engine runs, by stand-ins for the engine and for what takes minutes.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));
const DOCKER = '#!/bin/sh\necho "$@" >>"$CALLS"\n';
const MAKE = `#!/bin/sh
mkdir -p backend/server/target/lib
touch backend/server/target/upline.jar backend/server/target/bom.json backend/server/target/bom.xml
for language in typescript java python csharp go kotlin; do mkdir -p "sdk/target/$language"; done
`;

test('a tag is built into packages with their sums, and into images of its version and the latest', { skip: !existsSync(join(REPOSITORY, '.git')) }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'upline-release-'));
  try {
    const clone = join(folder, 'clone');
    const bin = join(folder, 'bin');
    const calls = join(folder, 'calls');
    const git = (...words) => execFileSync('git', ['-C', clone, '-c', 'user.name=Test', '-c', 'user.email=test@upline.example', ...words]);
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${REPOSITORY}`, clone]);
    cpSync(join(REPOSITORY, 'scripts/release'), join(clone, 'scripts/release'));
    git('commit', '--quiet', '--all', '--allow-empty', '--message=As it is now');
    git('tag', 'v99.0.0');
    mkdirSync(bin);
    for (const [name, source] of Object.entries({ docker: DOCKER, make: MAKE })) {
      writeFileSync(join(bin, name), source);
      chmodSync(join(bin, name), 0o755);
    }
    execFileSync(join(clone, 'scripts/release'), ['build', '99.0.0'], { env: { ...process.env, CALLS: calls, PATH: bin + delimiter + process.env.PATH }, stdio: 'pipe' });
    assert.match(readFileSync(calls, 'utf8'), /^build .*-f docker\/Dockerfile -t upline-backend:99\.0\.0 -t upline-backend:latest \.$/m);
    const sums = readFileSync(join(clone, 'release/99.0.0/SHA256SUMS'), 'utf8').trim().split('\n');
    assert.equal(sums.length, 10);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
