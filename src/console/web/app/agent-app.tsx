import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { lazyPage } from '../shared/lazy-page.ts'
import { MeContext } from '../shared/me.ts'
import { QuietPage } from '../shared/quiet-page.tsx'
import { Answer, Waiting } from '../shared/states.tsx'
import { AppShellOfAgent } from './app-shell.tsx'
import { appPages } from './nav.ts'
import { dropOld } from './offline/kept.ts'
import { mayOpen } from './offline/leave.ts'
import { useSignedIn } from './offline/use-me.ts'

const SignInPage = lazyPage(() => import('./sign-in-page.tsx'))
const LinkPage = lazyPage(() => import('./link-page.tsx'))

/** The agent's whole app: sign-in by a code to the phone, or their pages. */
export function AgentApp() {
  const open = useQuery({ queryKey: ['may-open'], queryFn: begin, staleTime: Infinity })
  if (open.data === undefined) return <Waiting />
  if (!open.data) return <SignedOutHere again={() => void open.refetch()} />
  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        <Route path="/vao" component={LinkPage} />
        <Route component={SignedInPart} />
      </Switch>
    </Suspense>
  )
}

async function begin(): Promise<boolean> {
  await dropOld()
  return mayOpen()
}

function SignedOutHere({ again }: { readonly again: () => void }) {
  return (
    <QuietPage title="Đã đăng xuất">
      <Text mb="md">
        Máy này không còn giữ thông tin nào của người dân. Có mạng rồi anh/chị đăng nhập lại.
      </Text>
      <Button onClick={again}>Thử lại</Button>
    </QuietPage>
  )
}

function SignedInPart() {
  const me = useSignedIn()
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
