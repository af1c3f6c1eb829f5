import { Box, Group, Image, Paper, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** A page on its own, before signing in: one card in the middle. */
export function QuietPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Box component="main" id="noi-dung" p="md" pt={{ base: 'lg', sm: 64 }}>
      <Paper maw={460} mx="auto" p={{ base: 'lg', sm: 'xl' }} shadow="xs" withBorder>
        <Group gap="xs" mb="md">
          <Image src="/app/icons/an-sinh.svg" alt="" w={36} h={36} />
          <Text fw={600} c="brand">
            An Sinh
          </Text>
        </Group>
        <Title order={1} size="h2" mb="md">
          {title}
        </Title>
        {children}
      </Paper>
    </Box>
  )
}
