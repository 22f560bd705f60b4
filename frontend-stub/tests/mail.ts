import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from './upline';

const FOLDER = process.env.UPLINE_MAIL as string;

const textOf = (mail: string): string => mail.replace(/=\r?\n/g, '').replace(/=3D/g, '=');

/** The newest mail to somebody with a link to such a page: the link, without the address of the server. */
export async function mailedLink(to: string, path: string): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(async () => {
      const names = await readdir(FOLDER).catch(() => []);
      const mails = await Promise.all(names.filter((name) => name.endsWith('.eml')).toSorted().map((name) => readFile(join(FOLDER, name), 'utf8')));
      found = mails
        .filter((mail) => mail.includes(`To: ${to}`))
        .map((mail) => new RegExp(`${path}#token=[\\w-]+`).exec(textOf(mail))?.[0])
        .findLast((link) => link !== undefined);
      return found;
    })
    .toBeDefined();
  return found as string;
}
