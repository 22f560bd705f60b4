import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const backend = process.env.UPLINE ?? 'http://localhost:8080';
const port = Number(process.env.PAGE_PORT ?? 5173);

/** What the server puts into the page where the demo is; see the controller of the demo's people. */
const demoMark = (): Plugin => ({
  name: 'upline-demo-mark',
  apply: 'serve',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { name: 'upline-demo-people', content: '/demo/people.json' }, injectTo: 'head' },
  ],
});

export default defineConfig(({ command }) => ({
  plugins: [react(), demoMark()],
  resolve: {
    alias: { '@upline/client': fileURLToPath(new URL('../sdk/target/typescript/src/index.ts', import.meta.url)) },
  },
  // The server puts a fresh nonce in its place; the development server sends no policy.
  html: command === 'build' ? { cspNonce: '{{csp-nonce}}' } : {},
  build: {
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    // The names of what each of many pages imports would be loaded with the first one. A page's own imports say them again.
    modulePreload: { resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')) },
    manifest: 'manifest.json',
    chunkSizeWarningLimit: 1200,
  },
  server: {
    port,
    strictPort: true,
    fs: { allow: ['..'] },
    // The host stays the page's own: the session's cookie is for pages of the same origin.
    proxy: Object.fromEntries(
      ['/v1', '/docs', '/openapi.yaml', '/demo', '/health'].map((path) => [path, { target: backend }]),
    ),
  },
}));
