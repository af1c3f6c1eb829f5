import { AppShell, Burger, Button, Group, Image, NavLink, ScrollArea, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type ReactNode, useEffect } from 'react'
import { Link, useLocation } from 'wouter'
import { roleLabels } from '../../../staff/role.ts'
import { useMe } from '../shared/me.ts'
import { useSend } from '../shared/use-api.ts'
import { consolePages } from './nav.ts'

/** What stands around every page: who, the menu of their role, the way out. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const [isOpen, { toggle, close }] = useDisclosure()
  const [path] = useLocation()
  useEffect(close, [path, close])
  return (
    <AppShell
      header={{ height: 64 }}
      navbar={{ width: 264, breakpoint: 'md', collapsed: { mobile: !isOpen } }}
      padding={{ base: 'md', md: 'xl' }}
    >
      <a className="skip-link" href="#noi-dung">
        Tới nội dung
      </a>
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Burger
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="md"
              aria-label={isOpen ? 'Đóng danh mục' : 'Mở danh mục'}
            />
            <Image src="/app/icons/an-sinh.svg" alt="" w={32} h={32} />
            <Text fw={600} c="brand">
              An Sinh
            </Text>
          </Group>
          <Who />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label="Danh mục">
        <AppShell.Section grow component={ScrollArea}>
          <Menu path={path} />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="noi-dung">{children}</AppShell.Main>
    </AppShell>
  )
}

function Menu({ path }: { readonly path: string }) {
  const { role } = useMe()
  const entries = [
    { path: '/', label: 'Trang đầu' },
    ...consolePages.filter(({ roles, isInner }) => isInner !== true && roles.includes(role)),
  ]
  return entries.map((entry) => {
    const isHere = entry.path === '/' ? path === '/' : path.startsWith(entry.path)
    return (
      <NavLink
        key={entry.path}
        component={Link}
        href={entry.path}
        label={entry.label}
        active={isHere}
        aria-current={isHere ? 'page' : undefined}
      />
    )
  })
}

function Who() {
  const me = useMe()
  const out = useSend('POST /sign-out', ['GET /me'])
  return (
    <Group gap="sm" wrap="nowrap">
      <div>
        <Text size="sm" fw={600} lh={1.2} visibleFrom="sm">
          {me.name}
        </Text>
        <Text size="sm" c="dimmed" lh={1.2} visibleFrom="sm">
          {roleLabels[me.role]}
        </Text>
      </div>
      <Button variant="default" loading={out.isPending} onClick={() => out.mutate({})}>
        Đăng xuất
      </Button>
    </Group>
  )
}
