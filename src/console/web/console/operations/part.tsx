import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** One part of the operations page, with a line on what it shows. */
export function Part({
  title,
  about,
  children,
}: {
  readonly title: string
  readonly about: string
  readonly children: ReactNode
}) {
  return (
    <section>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text c="dimmed" mb="sm">
        {about}
      </Text>
      {children}
    </section>
  )
}
