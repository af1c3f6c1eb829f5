import { Alert, Text } from '@mantine/core'
import { ChangeList } from './change-list.tsx'
import { Findings } from './findings.tsx'
import type { Report } from './labels.ts'

/** What the gate said: may it go out, why not, and whom it answers otherwise. */
export function GateReport({ report }: { readonly report: Report }) {
  const { passed, findings, golden } = report
  return (
    <section aria-label="Kết quả kiểm tra">
      <Alert
        color={passed ? 'brand' : 'red'}
        title={passed ? 'Qua được kiểm tra' : 'Chưa qua kiểm tra'}
        role="status"
      >
        Đã hỏi lại {golden.asked} cách hỏi của mọi câu: trước tìm đúng {golden.before}, với bản này tìm đúng{' '}
        {golden.after}.
      </Alert>
      {findings.length > 0 && <Findings findings={findings} />}
      <Impact report={report} />
    </section>
  )
}

/** What the draft does stands first; what merely moves beside it is folded away. */
function Impact({ report: { changes, counts } }: { readonly report: Report }) {
  const caused = (cause: Report['changes'][number]['cause']) => changes.filter((one) => one.cause === cause)
  if (changes.length === 0) return <Text mt="md">Không câu hỏi nào được trả lời khác đi, kể cả câu này.</Text>
  return (
    <>
      <Text fw={600} mt="md">
        Bản này làm đổi {counts.draft} chỗ
      </Text>
      <ChangeList changes={caused('draft')} of={counts.draft} />
      {counts.other > 0 && (
        <>
          <Text fw={600} mt="md">
            Câu khác được chọn thay: {counts.other} chỗ
          </Text>
          <ChangeList changes={caused('other')} of={counts.other} />
        </>
      )}
      {counts.choices > 0 && (
        <details>
          <summary>Chỉ đổi danh sách lựa chọn: {counts.choices} câu</summary>
          <ChangeList changes={caused('choices')} of={counts.choices} />
        </details>
      )}
    </>
  )
}
