/** The only way to the API: nothing else imports the generated client. */
export * from './access';
export * from './client';
export * from './confirmation';
export * from './problem';
export * from './session';
export type * from '@upline/client';
