import { Alert, Badge, Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { instantInWords } from '../../shared/instants.ts'
import { useMe } from '../../shared/me.ts'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer } from '../../shared/states.tsx'
import { useApi } from '../../shared/use-api.ts'
import { draftsOfBatch, type ListedDraft } from './batch.ts'
import { stateColors, stateNames } from './labels.ts'
import { type Going, useEachInTurn } from './use-each-in-turn.ts'

/** The drafts that one file became: read one after the other, sent and signed together. */
export function Page() {
  const { batch = '' } = useParams()
  const of = decodeURIComponent(batch)
  const drafts = useApi('GET /answer-drafts', {})
  return (
    <PageFrame
      title="Các bản nháp từ một tệp"
      lead={`Nhập lúc ${instantInWords(of)}. Mỗi bản được kiểm tra rồi mới gửi hay xuất bản; bản nào vướng thì ở lại, ghi rõ vì sao.`}
    >
      <Answer of={drafts}>{(data) => <Drafts drafts={draftsOfBatch(data.drafts, of)} />}</Answer>
    </PageFrame>
  )
}

function Drafts({ drafts }: { readonly drafts: readonly ListedDraft[] }) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const run = useEachInTurn()
  if (drafts.length === 0) return <Text role="status">Không còn bản nào: đã xuất bản hoặc đã bỏ hết.</Text>
  const choose = (ids: readonly number[], isChosen: boolean) =>
    setChosen(new Set(isChosen ? [...chosen, ...ids] : [...chosen].filter((id) => !ids.includes(id))))
  return (
    <>
      <Text c="dimmed" mb="sm">
        {drafts.length} bản chưa xuất bản
      </Text>
      <Checkbox
        label="Chọn tất cả"
        checked={drafts.every(({ id }) => chosen.has(id))}
        onChange={({ currentTarget }) =>
          choose(
            drafts.map(({ id }) => id),
            currentTarget.checked,
          )
        }
        mb="sm"
      />
      <Stack gap="xs" role="list" aria-label="Bản nháp của tệp" mb="md">
        {drafts.map((draft) => (
          <Line
            key={draft.id}
            draft={draft}
            trouble={run.troubles.get(draft.id)}
            isChosen={chosen.has(draft.id)}
            onChoose={(isChosen) => choose([draft.id], isChosen)}
          />
        ))}
      </Stack>
      <Together drafts={drafts.filter(({ id }) => chosen.has(id))} run={run} />
    </>
  )
}

interface LineProps {
  readonly draft: ListedDraft
  readonly trouble: string | undefined
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
}

function Line({ draft: { id, title, state, authors, note }, trouble, isChosen, onChoose }: LineProps) {
  return (
    <Group role="listitem" justify="space-between" gap="xs">
      <Checkbox
        label={title}
        checked={isChosen}
        onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
        style={{ flex: '1 1 260px' }}
      />
      <Badge color={stateColors[state]}>{stateNames[state]}</Badge>
      <Text c="dimmed" size="sm">
        {authors.join(', ')}
      </Text>
      <Button component={Link} href={`/cau-tra-loi/ban/${id}`} variant="default" aria-label={`Mở ${title}`}>
        Mở
      </Button>
      {(trouble ?? note) !== undefined && (
        <Text c="red.9" w="100%">
          {trouble ?? note}
        </Text>
      )}
    </Group>
  )
}

interface TogetherProps {
  readonly drafts: readonly ListedDraft[]
  readonly run: ReturnType<typeof useEachInTurn>
}

/** What can be done with those chosen: drafts are sent, what somebody else wrote and sent is signed. */
function Together({ drafts, run: { going, submit, approve } }: TogetherProps) {
  const { login } = useMe()
  const toSend = drafts.filter(({ state }) => state === 'draft')
  const toSign = drafts.filter(({ state, authors }) => state === 'submitted' && !authors.includes(login))
  return (
    <>
      {going && <Progress of={going} />}
      <Group>
        <Button disabled={toSend.length === 0 || going !== undefined} onClick={() => void submit(toSend)}>
          Gửi duyệt {toSend.length} bản
        </Button>
        <Button
          variant="default"
          disabled={toSign.length === 0 || going !== undefined}
          onClick={() => void approve(toSign)}
        >
          Duyệt và xuất bản {toSign.length} bản
        </Button>
      </Group>
      <Text c="dimmed" mt="sm">
        Người viết không tự duyệt. Xin mở xem từng bản trước khi duyệt.
      </Text>
    </>
  )
}

function Progress({ of: { done, all } }: { readonly of: Going }) {
  return (
    <Alert color="blue.8" mb="md" role="status">
      Đang làm bản thứ {done + 1} trong {all}. Mỗi bản mất vài giây, xin đừng đóng trang.
    </Alert>
  )
}
