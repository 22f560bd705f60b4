// Writes the SDK view of the contract, and beside it the configuration of each language named, with what the contract alone knows:
//   node view/prepare.js java typescript …      prints the files that the generator is to be given
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import YAML from 'yaml';
import { sdkView } from './view.js';

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = (path) => YAML.parse(readFileSync(file(path), 'utf8'));

function write(path, content) {
  mkdirSync(dirname(file(path)), { recursive: true });
  writeFileSync(file(path), YAML.stringify(content, { aliasDuplicateObjects: false, compat: 'yaml-1.1' }));
}

/** Without these the generator writes a page of documentation and an empty test for each operation and schema. */
const SOURCES_ALONE = { apiTests: 'false', modelTests: 'false', apiDocs: 'false', modelDocs: 'false' };

function configuration(language, { info }) {
  const own = read(`${language}/config.yaml`);
  const version = own.versionProperty;
  delete own.versionProperty;
  return {
    inputSpec: 'target/openapi.yaml',
    outputDir: `target/${language}`,
    templateDir: `${language}/templates`,
    globalProperties: SOURCES_ALONE,
    ...own,
    additionalProperties: {
      hideGenerationTimestamp: true,
      sdkVersion: info.version,
      sdkDescription: info.description,
      sdkLicense: info.license.name,
      sdkUrl: info.contact.url,
      [version]: info.version,
      ...own.additionalProperties,
    },
  };
}

const view = sdkView(YAML.parse(readFileSync(file('../openapi.yaml'), 'utf8')));
write('target/openapi.yaml', view);
for (const language of process.argv.slice(2)) {
  // What the contract no longer has is gone from the package, too.
  rmSync(file(`target/${language}`), { recursive: true, force: true });
  mkdirSync(file(`target/${language}`), { recursive: true });
  copyFileSync(file('generator-ignore'), file(`target/${language}/.openapi-generator-ignore`));
  write(`target/config/${language}.yaml`, configuration(language, view));
  console.log(`target/config/${language}.yaml`);
}
