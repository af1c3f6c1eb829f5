import { Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { lazyPage } from '../shared/lazy-page.ts'
import { MeContext, useMe } from '../shared/me.ts'
import { Answer, Waiting } from '../shared/states.tsx'
import { useApi } from '../shared/use-api.ts'
import { AgentsElsewhere } from './agents-elsewhere.tsx'
import { HomePage } from './home-page.tsx'
import { consolePages } from './nav.ts'
import { Shell } from './shell.tsx'

const SignInPage = lazyPage(() => import('./sign-in-page.tsx'))
const SetUpPage = lazyPage(() => import('./set-up-page.tsx'))

/** The whole console: sign-in, or the pages of one's role. */
export function ConsoleApp() {
  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        <Route path="/thiet-lap" component={SetUpPage} />
        <Route component={SignedInPart} />
      </Switch>
    </Suspense>
  )
}

function SignedInPart() {
  const me = useApi('GET /me', {})
  return (
    <Answer of={me}>
      {(data) => {
        if (!data.me) return <SignInPage />
        if (data.me.role === 'agent') return <AgentsElsewhere name={data.me.name} />
        return (
          <MeContext value={data.me}>
            <Shell>
              <Pages />
            </Shell>
          </MeContext>
        )
      }}
    </Answer>
  )
}

/** Only the pages of one's role: an address of another one leads to the first page. */
function Pages() {
  const { role } = useMe()
  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        {consolePages
          .filter(({ roles }) => roles.includes(role))
          .map(({ path, page }) => (
            <Route key={path} path={path} component={page} />
          ))}
        <Route component={HomePage} />
      </Switch>
    </Suspense>
  )
}
