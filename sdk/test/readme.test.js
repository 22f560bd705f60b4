// What the README and the guide show is what runs: the marked part of each language's story.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');

function marked(source) {
  const lines = /(?:\/\/|#) README: begin\n([\s\S]*?)\n *(?:\/\/|#) README: end/.exec(source)[1].split('\n');
  const indent = Math.min(...lines.map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join('\n');
}

for (const story of ['story.ts', 'Story.java', 'story.py']) {
  test(`the README and the guide show what ${story} does`, () => {
    const snippet = marked(read(story));
    for (const file of ['README.md', 'openapi/guides/first-call.md']) {
      assert.ok(read(`../../${file}`).includes(snippet), `${file} does not have:\n${snippet}`);
    }
  });
}
