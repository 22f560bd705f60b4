// Answers for the page out of the contract's own examples, and the page beside them.
import { spawn } from 'node:child_process';

const PORT = '4010';
const root = new URL('../../', import.meta.url).pathname;
const start = (command, args, env = {}) => spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });

const mock = start(`${root}frontend-stub/mock/node_modules/.bin/prism`, ['mock', '--port', PORT, `${root}openapi.yaml`]);
const page = start('npm', ['run', '--silent', '--prefix', `${root}frontend-stub`, 'dev'], { UPLINE: `http://127.0.0.1:${PORT}` });
const stop = () => [mock, page].forEach((process) => process.kill());
mock.once('exit', stop);
page.once('exit', stop);
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
