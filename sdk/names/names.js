// The public names of each SDK, one type a line with its members: what somebody who upgrades would notice. Kept in names/, so that a
// change of them is seen in review.
//   node names/names.js write|check java …      `check` fails with the difference
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from './languages.js';

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What a generator makes of two things of one name, or of a thing without one; what it escapes; its own placeholders. */
const UNFIT = [/_\d+$/, /^(_|var_)/, /InlineObject/i, /^Model[A-Z]/, /unknown_?default/i];

function* sources(folder, { extension, leaveOut }) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* sources(path, { extension, leaveOut });
    else if (name.endsWith(extension) && !leaveOut?.test(path)) yield readFileSync(path, 'utf8');
  }
}

/** From each public type to its public members. */
function typesOf(language) {
  const rules = LANGUAGES[language];
  const types = new Map();
  const add = (type, member) => {
    if (!types.has(type)) types.set(type, new Set());
    if (member !== undefined && !rules.plumbing?.test(member)) types.get(type).add(member);
  };
  for (const source of sources(file(`target/${language}/${rules.folder}`), rules)) {
    let current;
    for (const line of source.split('\n')) {
      const type = rules.type.exec(line)?.[1];
      if (type !== undefined) add((current = type));
      const owned = rules.ownedMember?.exec(line);
      if (owned) add(owned[1], owned[2]);
      const outside = rules.outside?.exec(line)?.slice(1).find(Boolean);
      if (outside !== undefined) add(outside);
      if (current === undefined || type !== undefined) continue;
      for (const member of rules.members) {
        const name = member.exec(line)?.[1];
        if (name !== undefined) add(current, name);
      }
    }
  }
  return types;
}

/** Byte order, whatever the language of the machine. */
const sorted = (names) => [...names].sort((a, b) => (a < b ? -1 : Number(a > b)));

function listOf(language) {
  const types = typesOf(language);
  const lines = sorted(types.keys()).map((type) => [type, ...sorted(types.get(type))]);
  const unfit = lines.flat().filter((name) => UNFIT.some((rule) => rule.test(name)));
  if (lines.length < 100) throw new Error(`${language}: only ${lines.length} types were found; the rules of names/languages.js match no more.`);
  if (unfit.length > 0) throw new Error(`${language}: no names for people: ${[...new Set(unfit)].join(', ')}`);
  return `${lines.map(([type, ...members]) => (members.length > 0 ? `${type}: ${members.join(', ')}` : type)).join('\n')}\n`;
}

/** Each name, with its type. */
function namesIn(list) {
  const lines = list.split('\n').filter(Boolean).map((line) => line.split(': '));
  return new Set(lines.flatMap(([type, members]) => [type, ...(members ?? '').split(', ').filter(Boolean).map((member) => `${type}.${member}`)]));
}

/** What is gone, and what is new. */
function difference(kept, found) {
  const [before, after] = [namesIn(kept), namesIn(found)];
  return [...[...before].filter((name) => !after.has(name)).map((name) => `- ${name}`), ...[...after].filter((name) => !before.has(name)).map((name) => `+ ${name}`)];
}

const [mode, ...languages] = process.argv.slice(2);
let differs = false;
for (const language of languages) {
  const path = file(`names/${language}.txt`);
  const found = listOf(language);
  if (mode === 'write') {
    writeFileSync(path, found);
    continue;
  }
  const lines = difference(existsSync(path) ? readFileSync(path, 'utf8') : '', found);
  differs ||= lines.length > 0;
  if (lines.length > 0) console.error(`The names of the SDK for ${language} have changed:\n${lines.join('\n')}`);
}
if (differs) {
  console.error('Where this is meant, run `make sdk-names` and commit sdk/names/.');
  process.exitCode = 1;
}
