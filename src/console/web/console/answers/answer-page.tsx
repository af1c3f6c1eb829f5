import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useLocation, useParams } from 'wouter'
import type { AnswerTo } from '../../shared/api.ts'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer } from '../../shared/states.tsx'
import { useApi, useSend } from '../../shared/use-api.ts'
import type { Text as AnswerText } from './labels.ts'
import { programmeNames } from './labels.ts'
import { OldRevision } from './old-revision.tsx'
import { DraftList } from './waiting-drafts.tsx'

type Given = AnswerTo<'GET /answers/:id'>

/** One answer: what is said now, what is being written, and every revision it can go back to. */
export function Page() {
  const { id = '' } = useParams()
  const answer = useApi('GET /answers/:id', { params: { id } })
  return (
    <Answer of={answer}>
      {(data) => (
        <PageFrame title={data.text?.title ?? id} actions={data.text && <Edit id={id} />}>
          <Stack gap="lg">
            {data.text && <Now text={data.text} isServed={data.isServed} />}
            {data.drafts.length > 0 && (
              <Card withBorder padding="lg">
                <Title order={2} size="h4" mb="sm">
                  Bản đang làm
                </Title>
                <DraftList drafts={data.drafts.map((one) => ({ ...one, title: one.text.title }))} />
              </Card>
            )}
            <History id={id} given={data} />
          </Stack>
        </PageFrame>
      )}
    </Answer>
  )
}

function Edit({ id }: { readonly id: string }) {
  const [, go] = useLocation()
  const begin = useSend('POST /answer-drafts', ['GET /answers', 'GET /answer-drafts', 'GET /answers/:id'])
  return (
    <Button
      loading={begin.isPending}
      onClick={() =>
        begin.mutate({ body: { entry: id } }, { onSuccess: (made) => go(`/cau-tra-loi/ban/${made.id}`) })
      }
    >
      Sửa câu này
    </Button>
  )
}

function Now({ text, isServed }: { readonly text: AnswerText; readonly isServed: boolean }) {
  return (
    <Card withBorder padding="lg">
      <Group gap="xs" mb="sm">
        <Badge>{programmeNames[text.programme]}</Badge>
        <Badge color={isServed ? 'brand' : 'red.9'}>{isServed ? 'Đang dùng' : 'Không dùng'}</Badge>
      </Group>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text.body}</Text>
      <Text c="dimmed" mt="sm">
        Căn cứ: {text.law.map(({ act, place }) => `${place}, ${act}`).join('; ')}
      </Text>
    </Card>
  )
}

function History({ id, given }: { readonly id: string; readonly given: Given }) {
  const { revisions, publications, text, file, current } = given
  if (publications.length === 0) return <Text c="dimmed">Câu này chưa sửa lần nào trên trang này.</Text>
  return (
    <section>
      <Title order={2} size="h4" mb="sm">
        Các bản đã dùng
      </Title>
      <Stack gap="sm" role="list" aria-label="Các bản đã dùng">
        {revisions.map((one) => (
          <OldRevision key={one.id} id={id} now={text} one={one} isNow={one.id === current} />
        ))}
        {file && <OldRevision id={id} now={text} one={undefined} file={file} isNow={current === undefined} />}
      </Stack>
    </section>
  )
}
