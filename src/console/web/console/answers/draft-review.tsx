import { Alert, Button, Card, Grid, Text, Title } from '@mantine/core'
import { useEffect } from 'react'
import { Link, useLocation } from 'wouter'
import type { AnswerTo } from '../../shared/api.ts'
import { instantInWords } from '../../shared/instants.ts'
import { Complaint, Waiting } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'
import { Conflict } from './conflict.tsx'
import { GateReport } from './gate-report.tsx'
import { Sign } from './sign.tsx'
import { PhonePreview } from './phone-preview.tsx'
import { TextDiff } from './text-diff.tsx'

type Given = AnswerTo<'GET /answer-drafts/:id'>
interface Props {
  readonly given: Given
  readonly today: string
}

/** Reading what was sent: what changes, what the gate says, how it looks; then a signature or a reason. */
export function DraftReview({ given, today }: Props) {
  const { draft, served } = given
  const isOpen = draft.state === 'submitted' || draft.state === 'approved'
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <Card withBorder padding="lg" mb="md">
          <Title order={2} size="h4" mb="sm">
            Đổi gì
          </Title>
          <TextDiff
            before={isOpen ? served : draft.base}
            after={draft.text}
            names={['Đang dùng', 'Bản này']}
          />
        </Card>
        {isOpen && <Checked id={draft.id} version={draft.version} />}
        {isOpen && <Decide given={given} />}
        {draft.state === 'published' && (
          <Button component={Link} href={`/cau-tra-loi/cau/${draft.entry}`} variant="default">
            Xem câu này và các bản đã dùng
          </Button>
        )}
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <Card withBorder padding="md">
          <PhonePreview text={draft.text} today={today} />
        </Card>
      </Grid.Col>
    </Grid>
  )
}

function Checked({ id, version }: { readonly id: number; readonly version: number }) {
  const { mutate, data, error } = useSend('POST /answer-drafts/:id/check')
  useEffect(() => mutate({ params: { id: String(id) }, body: { version } }), [mutate, id, version])
  if (data) return <GateReport report={data} />
  return error ? <Complaint error={error} /> : <Waiting />
}

function Decide({ given: { draft, served, isMoved, maySign } }: { readonly given: Given }) {
  const [, go] = useLocation()
  const params = { id: String(draft.id) }
  const { version } = draft
  const reopen = useSend('POST /answer-drafts/:id/reopen', [
    ...(['GET /answer-drafts', 'GET /answers', 'GET /answer-drafts/:id'] as const),
  ])
  if (isMoved)
    return (
      <Conflict
        theirs={served}
        mine={draft.text}
        kind="moved"
        onTake={() => go(`/cau-tra-loi/cau/${draft.entry}`)}
        onKeep={() => reopen.mutate({ params, body: { version } })}
      />
    )
  return (
    <Card withBorder padding="lg" mt="md">
      {draft.state === 'approved' && draft.publishAt !== undefined && (
        <Alert color="blue.8" mb="md">
          Đã duyệt bởi {draft.reviewer}. Xuất bản lúc {instantInWords(draft.publishAt)}.
        </Alert>
      )}
      {draft.state === 'submitted' && (maySign ? <Sign id={draft.id} version={version} /> : <NotYours />)}
      <Complaint error={reopen.error} />
      <Button
        mt="md"
        variant="default"
        loading={reopen.isPending}
        onClick={() => reopen.mutate({ params, body: { version } })}
      >
        Mở lại để sửa
      </Button>
    </Card>
  )
}

function NotYours() {
  return <Text>Anh/chị đã viết trong bản này nên không tự duyệt. Nhờ một người khác duyệt.</Text>
}
