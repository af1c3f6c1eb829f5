import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './fonts.css'
import './styles.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiError } from './api.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { cssVariables, theme } from './theme.ts'

const isRefusal = (error: unknown) => error instanceof ApiError && error.status >= 400 && error.status < 500

/** A refusal is final; a server that was not reached is asked twice more. A lost session shows the sign-in page. */
const client: QueryClient = new QueryClient({
  defaultOptions: {
    queries: {
      ...{ staleTime: 10_000, retry: (times, error) => times < 2 && !isRefusal(error) },
      networkMode: 'always', // without a network it is said, not waited for in silence
      refetchOnReconnect: true,
    },
    mutations: { networkMode: 'always' },
  },
  queryCache: new QueryCache({
    onError: (error) => {
      if (error instanceof ApiError && error.status === 401)
        void client.invalidateQueries({ queryKey: ['GET /me'] })
    },
  }),
})

/** Puts a whole application on the page. */
export function start(app: ReactNode): void {
  const place = document.getElementById('root')
  if (!place) throw new Error('no #root')
  createRoot(place).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
        <QueryClientProvider client={client}>
          <Notifications position="top-center" />
          <ErrorBoundary>{app}</ErrorBoundary>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}
