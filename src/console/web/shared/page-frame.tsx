import { Box, Group, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'

interface Props {
  readonly title: string
  /** One line on what the page is for. */
  readonly lead?: string
  readonly actions?: ReactNode
  /** Two columns need more room. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** The page somebody opens first begins at its top, where the link past the menu is. */
let hasMoved = false

/** A page: its title is the window's, and is read out first when somebody comes here from another page. */
export function PageFrame({ title, lead, actions, wide = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · An Sinh`
    if (hasMoved) heading.current?.focus({ preventScroll: true })
    hasMoved = true
  }, [title])
  return (
    <Box maw={wide ? 1400 : 1100} mx="auto">
      <Group justify="space-between" align="flex-end" mb="lg" gap="sm">
        <Box>
          <Title order={1} size="h2" ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {lead !== undefined && <Text c="dimmed">{lead}</Text>}
        </Box>
        {actions}
      </Group>
      {children}
    </Box>
  )
}
