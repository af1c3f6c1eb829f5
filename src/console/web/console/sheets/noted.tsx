import { Alert, List, Text } from '@mantine/core'
import { Faults } from './faults.tsx'
import type { AnswerTo } from '../../shared/api.ts'

type Checked = AnswerTo<'POST /sheets/check'>

/** What does not keep a file out but should be known first: what is left alone, and what the gate will not let pass. */
export function Noted({ of: { conflicts, remarks } }: { readonly of: Checked }) {
  return (
    <>
      {conflicts.count > 0 && (
        <Alert
          color="amber"
          title={`${conflicts.count} câu để nguyên: đang có bản nháp của người khác`}
          mb="md"
        >
          <List>
            {conflicts.first.map((one) => (
              <List.Item key={one}>{one}</List.Item>
            ))}
          </List>
          {conflicts.count > conflicts.first.length && <Text>…</Text>}
        </Alert>
      )}
      {remarks.length > 0 && (
        <>
          <Text mb="xs">Nhập được, nhưng phải sửa xong những chỗ này mới gửi duyệt được:</Text>
          <Faults errors={remarks} label="Những chỗ phải sửa trước khi gửi duyệt" />
        </>
      )}
    </>
  )
}
