import { Stack } from '@mantine/core'
import { PageFrame } from '../../shared/page-frame.tsx'
import { ExportTables } from './export-tables.tsx'
import { ImportTable } from './import-table.tsx'

/** Tables in and out: what the command line does, for people who have Excel. */
export function Page() {
  return (
    <PageFrame
      title="Nhập và xuất dữ liệu"
      lead="Kiểm tra trước, nhập sau: chưa bấm “Nhập” thì chưa có gì thay đổi. Có một ô sai thì cả tệp không được nhập. Câu trả lời nhập vào chỉ thành bản nháp."
    >
      <Stack gap="xl">
        <ImportTable />
        <ExportTables />
      </Stack>
    </PageFrame>
  )
}
