import { AppShell, Button, Group, Image, Text, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { useMe } from '../shared/me.ts'
import { useSend } from '../shared/use-api.ts'
import { appPages } from './nav.ts'

/** What stands around every page of the app: who, and the bar at the bottom where a thumb reaches it. */
export function AppShellOfAgent({ children }: { readonly children: ReactNode }) {
  const me = useMe()
  const out = useSend('POST /sign-out', ['GET /me'])
  return (
    <AppShell header={{ height: 60 }} footer={{ height: 64 }} padding="md">
      <a className="skip-link" href="#noi-dung">
        Tới nội dung
      </a>
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Image src="/app/icons/an-sinh.svg" alt="" w={32} h={32} />
            <Text fw={600} truncate>
              {me.name}
            </Text>
          </Group>
          <Button variant="default" loading={out.isPending} onClick={() => out.mutate({})}>
            Đăng xuất
          </Button>
        </Group>
      </AppShell.Header>
      <AppShell.Main id="noi-dung">{children}</AppShell.Main>
      <AppShell.Footer component="nav" aria-label="Danh mục">
        <Bar />
      </AppShell.Footer>
    </AppShell>
  )
}

function Bar() {
  const [path] = useLocation()
  return (
    <Group h="100%" gap={0} grow>
      {appPages.map((page) => {
        const isHere = path.startsWith(page.path)
        return (
          <UnstyledButton
            key={page.path}
            component={Link}
            href={page.path}
            h="100%"
            display="grid"
            c={isHere ? 'brand' : 'dimmed'}
            fw={isHere ? 600 : 400}
            aria-current={isHere ? 'page' : undefined}
            style={{ placeItems: 'center' }}
          >
            {page.label}
          </UnstyledButton>
        )
      })}
    </Group>
  )
}
