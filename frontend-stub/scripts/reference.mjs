// Puts Scalar, which shows the reference of the API at /docs/api, into the build. Its package brings one file that needs nothing else,
// so the package alone is fetched, by npm's own client, and not the 270 packages that it was built of.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '1.72.1';
const INTEGRITY = 'sha512-XpEJ0rfc/cXbCrR+iC4kK0o/WwX2dTtGQbT049OlPKAHD6IMIFdTeGz2r+M27P2EDWKyUITRm/NzlP8z2pw/Ow==';
const SCRIPT = 'package/dist/browser/standalone.js';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const kept = at(`../node_modules/.cache/scalar/${VERSION}.js`);

function fetched() {
  const folder = mkdtempSync(join(tmpdir(), 'upline-scalar-'));
  try {
    const [{ filename }] = JSON.parse(
      execFileSync('npm', ['pack', `@scalar/api-reference@${VERSION}`, '--json', '--prefer-offline', '--loglevel=error', '--pack-destination', folder], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
    );
    const archive = join(folder, filename.replace('@', '').replace('/', '-'));
    const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (integrity !== INTEGRITY) throw new Error(`@scalar/api-reference ${VERSION} is not what it was: ${integrity}`);
    return execFileSync('tar', ['-xzOf', archive, SCRIPT], { maxBuffer: 50_000_000 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (!existsSync(kept)) {
  mkdirSync(at('../node_modules/.cache/scalar'), { recursive: true });
  writeFileSync(kept, fetched());
}
mkdirSync(at('../dist/docs'), { recursive: true });
writeFileSync(at('../dist/docs/scalar.js'), readFileSync(kept));
