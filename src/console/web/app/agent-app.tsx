import { Suspense } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { lazyPage } from '../shared/lazy-page.ts'
import { MeContext } from '../shared/me.ts'
import { Answer, Waiting } from '../shared/states.tsx'
import { useApi } from '../shared/use-api.ts'
import { appPages } from './nav.ts'
import { AppShellOfAgent } from './app-shell.tsx'

const SignInPage = lazyPage(() => import('./sign-in-page.tsx'))
const LinkPage = lazyPage(() => import('./link-page.tsx'))

/** The agent's whole app: sign-in by a code to the phone, or their pages. */
export function AgentApp() {
  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        <Route path="/vao" component={LinkPage} />
        <Route component={SignedInPart} />
      </Switch>
    </Suspense>
  )
}

function SignedInPart() {
  const me = useApi('GET /me', {})
  return (
    <Answer of={me}>
      {(data) =>
        data.me ? (
          <MeContext value={data.me}>
            <AppShellOfAgent>
              <Pages />
            </AppShellOfAgent>
          </MeContext>
        ) : (
          <SignInPage />
        )
      }
    </Answer>
  )
}

function Pages() {
  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        {appPages.map(({ path, page }) => (
          <Route key={path} path={path} component={page} />
        ))}
        <Route>
          <Redirect to={appPages[0]?.path ?? '/tai-khoan'} replace />
        </Route>
      </Switch>
    </Suspense>
  )
}
