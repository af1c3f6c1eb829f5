import { Button, Group, Text } from '@mantine/core'
import { useLocation } from 'wouter'
import type { AnswerTo } from '../../shared/api.ts'
import { Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'

type Given = AnswerTo<'GET /questions'>['groups'][number]

/** One press: a draft with these ways of asking, of a new answer or of one that is nearly meant. */
export function DraftFrom({ group: { phrases, near } }: { readonly group: Given }) {
  const [, go] = useLocation()
  const begin = useSend('POST /questions/draft', ['GET /answer-drafts', 'GET /answers'])
  const draft = (entry?: string) =>
    begin.mutate(
      { body: { phrases: phrases.map(({ words }) => words), ...(entry !== undefined && { entry }) } },
      { onSuccess: ({ id }) => go(`/cau-tra-loi/ban/${id}`) },
    )
  return (
    <>
      <Complaint error={begin.error} />
      <Group mt="sm" gap="sm">
        <Button loading={begin.isPending} onClick={() => draft()}>
          Soạn câu mới
        </Button>
        {near.length > 0 && <Text>hoặc thêm cách hỏi vào:</Text>}
        {near.map(({ id, title }) => (
          <Button
            key={id}
            variant="default"
            loading={begin.isPending}
            onClick={() => draft(id)}
            styles={{
              root: { height: 'auto', maxWidth: '100%', paddingBlock: '0.4rem' },
              label: { whiteSpace: 'normal', lineHeight: 1.4 },
            }}
          >
            {title}
          </Button>
        ))}
      </Group>
    </>
  )
}
