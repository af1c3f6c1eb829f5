import { Alert, Badge, Button, Card, Group, List, Stack, Text, Title } from '@mantine/core'
import { useLocation, useParams } from 'wouter'
import type { AnswerTo } from '../../shared/api.ts'
import { dayInWords } from '../../shared/instants.ts'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer, Complaint } from '../../shared/states.tsx'
import { useApi, useSend } from '../../shared/use-api.ts'
import { DecreeList } from './decree-list.tsx'
import { certaintyNames, decreeLists } from './labels.ts'

type Data = AnswerTo<'GET /parameters/:name'>
const MOST_ANSWERS = 8

/** One number of the law: every value with its days and document, what is being entered, what was entered here. */
export function Page() {
  const { name = '' } = useParams()
  const parameter = useApi('GET /parameters/:name', { params: { name } })
  return (
    <Answer of={parameter}>
      {(data) => (
        <PageFrame
          title={data.label}
          lead={`Xem lần cuối ${dayInWords(data.checked)} · phải xem lại trước ${dayInWords(data.checkBy)}`}
          actions={<Begin name={name} />}
        >
          <Stack gap="lg">
            {data.isOverdue && (
              <Alert color="yellow" title="Quá hạn kiểm tra">
                Bot vẫn tính nhưng nói kèm “số đã đến hạn rà lại”. Anh/chị xem lại văn bản rồi nhập giá trị
                mới, hoặc ghi là đã xem lại.
              </Alert>
            )}
            {data.drafts.length > 0 && (
              <Section title="Đang làm dở">
                <DecreeList decrees={data.drafts} label="Đang làm dở" />
              </Section>
            )}
            <Values data={data} />
            {data.decrees.length > 0 && (
              <Section title="Đã nhập trên trang này">
                <DecreeList decrees={data.decrees} label="Đã nhập trên trang này" />
              </Section>
            )}
            <Quoting titles={data.answers} />
          </Stack>
        </PageFrame>
      )}
    </Answer>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <Card withBorder padding="lg" component="section" aria-label={title}>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </Card>
  )
}

function Begin({ name }: { readonly name: string }) {
  const [, go] = useLocation()
  const begin = useSend('POST /decrees', decreeLists)
  return (
    <>
      <Complaint error={begin.error} />
      <Button
        loading={begin.isPending}
        onClick={() =>
          begin.mutate({ body: { parameter: name } }, { onSuccess: (made) => go(`/so-lieu/ban/${made.id}`) })
        }
      >
        Nhập giá trị mới
      </Button>
    </>
  )
}

function Values({ data: { values, today } }: { readonly data: Data }) {
  return (
    <Section title="Các giá trị">
      <Stack gap="md" role="list" aria-label="Các giá trị">
        {values.map((one) => (
          <div key={one.from} role="listitem">
            <Group gap="xs">
              <Text fw={600}>
                {one.follows === undefined ? one.value : `${one.value} (bằng ${one.follows})`}
              </Text>
              <Badge color={one.certainty === 'unconfirmed' ? 'red.9' : 'gray.7'} tt="none">
                {certaintyNames[one.certainty]}
              </Badge>
              <When of={one} today={today} />
            </Group>
            <Text style={{ overflowWrap: 'anywhere' }}>
              Từ {dayInWords(one.from)} {one.until === undefined ? '' : `đến hết ${dayInWords(one.until)}`} ·{' '}
              {one.place}, {one.act}
              {one.title === undefined ? '' : ` (${one.title})`}
            </Text>
            <Text c="dimmed" size="sm" style={{ overflowWrap: 'anywhere' }}>
              {one.decree === undefined ? 'Trong tệp của kho' : 'Nhập trên trang này'}
              {one.note === undefined ? '' : ` · ${one.note}`}
            </Text>
          </div>
        ))}
      </Stack>
    </Section>
  )
}

function When({
  of: { from, until },
  today,
}: {
  readonly of: Data['values'][number]
  readonly today: string
}) {
  if (from > today)
    return (
      <Badge color="amber" tt="none">
        Sắp tới
      </Badge>
    )
  return until === undefined || until >= today ? <Badge tt="none">Đang dùng</Badge> : null
}

function Quoting({ titles }: { readonly titles: readonly string[] }) {
  if (titles.length === 0) return null
  return (
    <Section title={`${titles.length} câu trả lời dùng số này`}>
      <List>
        {titles.slice(0, MOST_ANSWERS).map((title) => (
          <List.Item key={title}>{title}</List.Item>
        ))}
      </List>
      {titles.length > MOST_ANSWERS && <Text c="dimmed">và {titles.length - MOST_ANSWERS} câu nữa</Text>}
    </Section>
  )
}
