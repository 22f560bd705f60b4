import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import 'mantine-datatable/styles.css';
import './app/app.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { mayPass, retryAfter } from './api';
import { makeRouter } from './app/router';
import { SessionDialogs } from './app/SessionDialogs';
import { cssVariables, theme } from './app/theme';
import { nonce } from './shared/nonce';

// Nothing is told before something has been done: no list waits for it.
const Notifications = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }));
const ATTEMPTS = 3;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 15 * 60_000,
      retry: (count, error) => count < ATTEMPTS && mayPass(error),
      retryDelay: (count, error) => (retryAfter(error) ?? 0.5 * 2 ** count) * 1000,
    },
  },
});
const router = makeRouter(queries);

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <QueryClientProvider client={queries}>
        <Suspense>
          <Notifications />
        </Suspense>
        <RouterProvider router={router} />
        <SessionDialogs />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
