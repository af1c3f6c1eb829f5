import { Card, SimpleGrid, Text } from '@mantine/core'
import { Link } from 'wouter'
import { roleLabels } from '../../../staff/role.ts'
import { useMe } from '../shared/me.ts'
import { PageFrame } from '../shared/page-frame.tsx'
import { consolePages } from './nav.ts'

/** Where everybody comes in: what this role can do here. */
export function HomePage() {
  const me = useMe()
  const mine = consolePages.filter(({ roles, isInner }) => isInner !== true && roles.includes(me.role))
  return (
    <PageFrame title={`Chào ${me.name}`} lead={roleLabels[me.role]}>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
        {mine.map(({ path, label, about }) => (
          <Card key={path} component={Link} href={path} withBorder padding="lg" shadow="xs">
            <Text fw={600} c="brand" mb={4}>
              {label}
            </Text>
            <Text c="dimmed">{about}</Text>
          </Card>
        ))}
      </SimpleGrid>
    </PageFrame>
  )
}
