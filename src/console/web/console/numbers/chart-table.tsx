import { Table, Text } from '@mantine/core'
import type { ChartData } from './draw-chart.ts'

type Cell = ChartData['rows'][number][number]
const number = new Intl.NumberFormat('vi-VN')
const percent = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })

/** "31,4% của 108": never a percentage without what it is of. */
function inWords(cell: Cell): string {
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return number.format(cell)
  return `${percent.format((cell.part / cell.of) * 100)}% của ${number.format(cell.of)}`
}

/** The rows of a picture, to be read. */
export function ChartTable({ chart: { title, columns, rows, more } }: { readonly chart: ChartData }) {
  return (
    <>
      <div
        style={{ overflow: 'auto', maxHeight: 400 }}
        tabIndex={0}
        role="region"
        aria-label={`Bảng: ${title}`}
      >
        <Table stickyHeader verticalSpacing={6} aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column.title} scope="col">
                  {column.title}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(([name = '', ...cells], i) => (
              <Table.Tr key={i}>
                <Table.Th scope="row" fw={400}>
                  {inWords(name)}
                </Table.Th>
                {cells.map((cell, at) => (
                  <Table.Td key={at}>{inWords(cell)}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {rows.length === 0 && <Text>Không có dòng nào.</Text>}
      {more > 0 && <Text c="dimmed">Còn {number.format(more)} dòng nữa trong tệp Excel.</Text>}
    </>
  )
}
