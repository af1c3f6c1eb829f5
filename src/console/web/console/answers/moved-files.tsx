import { Alert, List } from '@mantine/core'
import { Link } from 'wouter'
import type { AnswerTo } from '../../shared/api.ts'

/** A new version of the program brought texts that nobody hears, because published revisions lie over them. */
export function MovedFiles({ moved }: Pick<AnswerTo<'GET /answers'>, 'moved'>) {
  if (moved.length === 0) return null
  return (
    <Alert
      color="amber"
      mb="md"
      title={`Bản cài mới sửa ${moved.length} câu, nhưng bot vẫn nói bản đã xuất bản ở đây`}
    >
      Anh/chị mở từng câu: dùng lại tệp mới (quay lại bản “Bản gốc trong kho”), hoặc sửa bản đang dùng cho
      khớp.
      <List mt="xs">
        {moved.map(({ id, title }) => (
          <List.Item key={id}>
            <Link href={`/cau-tra-loi/cau/${id}`}>{title}</Link>
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
