// What every language does, in the same order and words. Each program prints a line for a step that it has done.
export const STEPS = [
  'signs in as a service account, and reads all pages of the register',
  'creates a relationship with a key; the same key again answers the same relationship',
  'reads it, and is told by 304 that it has not changed',
  'changes it with its ETag',
  'clears a member with null, and leaves the others alone',
  'is told by 412 that its ETag is stale',
  'is told by 422 what is wrong, by pointer and code',
  'uploads a file by its path and reads its errors',
  'uploads a file of a stream',
  'downloads a file under the name that the server gives it',
  'sends in a change only what was set',
  'waits as long as 429 asks, and sends an upload again as it was, with the key made for it',
  'reads codes and members that it does not know',
  'renews its token before it expires',
];
