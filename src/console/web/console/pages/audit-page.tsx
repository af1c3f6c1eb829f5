import { Button, Card, Code, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { AnswerTo } from '../../shared/api.ts'
import { instantInWords } from '../../shared/instants.ts'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer } from '../../shared/states.tsx'
import { useApi } from '../../shared/use-api.ts'
import { actionInWords } from './action-words.ts'

type Line = AnswerTo<'GET /audit'>['lines'][number]
const noFilter = { actor: '', subject: '', from: '', to: '' }
const PAGE = 50

/** Who changed what, newest first. Names and e-mails appear as hashes: equal values have equal hashes. */
export function Page() {
  const [filter, setFilter] = useState(noFilter)
  const [before, setBefore] = useState<number>()
  const audit = useApi('GET /audit', { query: queryOf(filter, before) })
  const narrow = (values: typeof noFilter) => {
    setFilter(values)
    setBefore(undefined)
  }
  return (
    <PageFrame title="Nhật ký thay đổi" lead="Họ tên, e-mail chỉ được lưu dưới dạng mã băm (bắt đầu bằng #).">
      <FilterForm onFilter={narrow} />
      <Answer of={audit}>
        {({ lines }) => (
          <>
            <Lines lines={lines} />
            {lines.length === PAGE && (
              <Button variant="default" mt="md" onClick={() => setBefore(lines.at(-1)?.id)}>
                Xem các dòng cũ hơn
              </Button>
            )}
          </>
        )}
      </Answer>
    </PageFrame>
  )
}

function queryOf({ actor, subject, from, to }: typeof noFilter, before: number | undefined) {
  const days = { ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) }
  return { actor, subject, ...days, ...(before === undefined ? {} : { before }) }
}

function FilterForm({ onFilter }: { readonly onFilter: (filter: typeof noFilter) => void }) {
  const form = useForm({ initialValues: noFilter })
  return (
    <form onSubmit={form.onSubmit(onFilter)}>
      <Group mb="md" align="flex-end">
        <TextInput label="Người làm" {...form.getInputProps('actor')} style={{ flex: '1 1 160px' }} />
        <TextInput label="Với ai, cái gì" {...form.getInputProps('subject')} style={{ flex: '1 1 160px' }} />
        <TextInput
          label="Từ ngày"
          type="date"
          {...form.getInputProps('from')}
          style={{ flex: '0 1 180px' }}
        />
        <TextInput label="Đến ngày" type="date" {...form.getInputProps('to')} style={{ flex: '0 1 180px' }} />
        <Button type="submit">Lọc</Button>
      </Group>
    </form>
  )
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  if (lines.length === 0) return <Text c="dimmed">Không có dòng nào khớp.</Text>
  return (
    <Stack gap="sm" role="list" aria-label="Nhật ký">
      {lines.map(({ id, at, actor, action, subject, changes }) => (
        <Card key={id} withBorder padding="md" role="listitem">
          <Group justify="space-between" gap="xs">
            <Text>
              <b>{actor}</b> {actionInWords(action)} <b>{subject}</b>
            </Text>
            <Text c="dimmed">{instantInWords(at)}</Text>
          </Group>
          {Object.entries(changes).map(([field, { from = '(trống)', to = '(trống)' }]) => (
            <Text key={field} c="dimmed">
              {field}: <Code c="dark">{from}</Code> → <Code c="dark">{to}</Code>
            </Text>
          ))}
        </Card>
      ))}
    </Stack>
  )
}
