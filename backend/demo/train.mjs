// What people do first, on an Upline that writes down which classes it needs for it: see the Makefile.
import { Api } from './api.mjs';
import { withAnUplineOfItsOwn } from './own-upline.mjs';

const PASSWORD = 'demo-only-on-this-machine';
const READ = ['/v1/me', '/v1/work', '/v1/relationships', '/v1/incidents', '/v1/submissions', '/v1/notifications', '/v1/code-lists'];

await withAnUplineOfItsOwn(async (address) => {
  await fetch(address);
  const api = new Api(address);
  for (const email of ['reporter@harborline.example', 'analyst@summitpeak.example']) {
    const person = await api.signIn(email, PASSWORD);
    // One after the other, as a page does that somebody opens.
    for (const path of READ) await fetch(address + path, { headers: { Authorization: `Bearer ${person}` } });
  }
});
