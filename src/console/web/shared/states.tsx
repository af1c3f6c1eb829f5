import { Alert, Button, Center, Loader, Stack, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ApiError } from './api.ts'

/** While something loads. */
export function Waiting() {
  return (
    <Center mih={160} role="status">
      <Stack align="center" gap="xs">
        <Loader aria-hidden />
        <Text c="dimmed">Đang tải…</Text>
      </Stack>
    </Center>
  )
}

/** Something went wrong: said plainly, with a way to try again. */
export function Trouble({ say, again }: { readonly say: string; readonly again: () => void }) {
  return (
    <Alert color="red" title="Chưa làm được" role="alert" my="md">
      <Text mb="sm">{say}</Text>
      <Button variant="default" onClick={again}>
        Thử lại
      </Button>
    </Alert>
  )
}

/** Shows what was asked for: waiting, trouble, or the answer. Every page uses it. */
export function Answer<T>({
  of: { data, error, refetch },
  children,
}: {
  readonly of: Pick<UseQueryResult<T, ApiError>, 'data' | 'error' | 'refetch'>
  readonly children: (data: T) => ReactNode
}) {
  if (data !== undefined) return children(data)
  if (error) return <Trouble say={error.message} again={() => void refetch()} />
  return <Waiting />
}

/** Why a form was refused; nothing while all is well. */
export function Complaint({ error }: { readonly error: ApiError | null }) {
  if (!error) return null
  return (
    <Alert color="red" role="alert" p="sm">
      {error.message}
    </Alert>
  )
}
