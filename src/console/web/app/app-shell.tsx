import { AppShell, Group, Image, Text, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { useMe } from '../shared/me.ts'
import { appPages } from './nav.ts'
import { useKept } from './offline/use-kept.ts'
import { useQueueSent } from './offline/use-queue.ts'
import { WaitingNotice } from './waiting-notice.tsx'

/** What stands around every page of the app: who, what waits for the network, and the bar a thumb reaches. */
export function AppShellOfAgent({ children }: { readonly children: ReactNode }) {
  const me = useMe()
  useQueueSent(me.id)
  return (
    <AppShell header={{ height: 60 }} footer={{ height: 64 }} padding="md">
      <a className="skip-link" href="#noi-dung">
        Tới nội dung
      </a>
      <AppShell.Header px="md">
        <Group h="100%" gap="xs" wrap="nowrap">
          <Image src="/app/icons/an-sinh.svg" alt="" w={32} h={32} />
          <Text fw={600} truncate>
            {me.name}
          </Text>
        </Group>
      </AppShell.Header>
      <AppShell.Main id="noi-dung">
        <WaitingNotice />
        {children}
      </AppShell.Main>
      <AppShell.Footer component="nav" aria-label="Danh mục">
        <Bar />
      </AppShell.Footer>
    </AppShell>
  )
}

/** Asked for here, so that the list is fresh in this browser wherever the line breaks. */
function useToDo(): number {
  const leads = useKept('GET /my/leads', {}).data?.leads ?? []
  return leads.filter(({ urgency }) => urgency === 'accept' || urgency === 'call').length
}

function Bar() {
  const [path] = useLocation()
  const toDo = useToDo()
  const here = path.startsWith('/tai-khoan') ? '/them' : path
  return (
    <Group h="100%" gap={0} grow>
      {appPages
        .filter(({ icon }) => icon !== undefined)
        .map((page) => {
          const isHere = here.startsWith(page.path)
          return (
            <UnstyledButton
              key={page.path}
              component={Link}
              href={page.path}
              h="100%"
              className="bar-item"
              c={isHere ? 'brand' : 'dimmed'}
              fw={isHere ? 600 : 400}
              aria-current={isHere ? 'page' : undefined}
            >
              <svg viewBox="0 0 24 24" width="24" height="24" fill="currentColor" aria-hidden>
                <path fillRule="evenodd" d={page.icon} />
              </svg>
              <span>
                {page.label}
                {page.path === '/phieu' && toDo > 0 && <span className="bar-count"> {toDo}</span>}
              </span>
            </UnstyledButton>
          )
        })}
    </Group>
  )
}
