import { Button, Card, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'

/** A new answer begins with its question. */
export function NewAnswer({ onCancel }: { readonly onCancel: () => void }) {
  const [title, setTitle] = useState('')
  const [, go] = useLocation()
  const begin = useSend('POST /answer-drafts', ['GET /answers', 'GET /answer-drafts'])
  const submit = () =>
    begin.mutate({ body: { title } }, { onSuccess: ({ id }) => go(`/cau-tra-loi/ban/${id}`) })
  return (
    <Card
      withBorder
      padding="lg"
      mb="lg"
      component="form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextInput
        label="Bà con hỏi gì?"
        description="Một câu hỏi ngắn, không quá 60 chữ cái"
        maxLength={60}
        required
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Complaint error={begin.error} />
      <Group mt="md">
        <Button type="submit" loading={begin.isPending}>
          Soạn câu này
        </Button>
        <Button variant="default" onClick={onCancel}>
          Thôi
        </Button>
      </Group>
    </Card>
  )
}
