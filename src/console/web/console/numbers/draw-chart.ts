import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  SubTitle,
  Title,
  Tooltip,
} from 'chart.js'
import type { AnswerTo } from '../../shared/api.ts'

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, LineController, LineElement)
Chart.register(PointElement, SubTitle, Title, Tooltip)

export type ChartData = AnswerTo<'GET /numbers'>['charts'][number]

const colours = ['#0b6b5b', '#c97c10', '#3d5a98']
const dashes = [[], [6, 4], [2, 3]] // lines are told apart without their colours too
const font = { family: "'Be Vietnam Pro', system-ui, sans-serif", size: 13 }
/** So many bars can be read; the table has them all. */
const MOST_BARS = 15
const LONGEST_NAME = 30
const picture = { width: 1200, ratio: 2 }

const rowsOf = ({ shape, rows }: ChartData) => (shape === 'bars' ? rows.slice(0, MOST_BARS) : rows)

export const hasPicture = (chart: ChartData): boolean =>
  rowsOf(chart).some((row) => row.some((cell) => typeof cell === 'number' && cell > 0))

export function heightOf(chart: ChartData): number {
  const series = chart.columns.filter(({ drawn }) => drawn).length
  return chart.shape === 'days' ? 300 : 70 + rowsOf(chart).length * (14 + 14 * series)
}

/** Draws it on the page, as wide as there is room. */
export function draw(canvas: HTMLCanvasElement, chart: ChartData): Chart {
  return new Chart(canvas, configOf(chart))
}

/** A picture of its own, on white, with its title and what it was filtered by: saved as a PNG. */
export function savePicture(chart: ChartData, inWords: string): void {
  const canvas = document.createElement('canvas')
  canvas.width = picture.width
  canvas.height = heightOf(chart) + 120
  const { options, ...config } = configOf(chart)
  const drawn = new Chart(canvas, {
    ...config,
    options: {
      ...options,
      ...{ responsive: false, devicePixelRatio: picture.ratio },
      layout: { padding: 24 },
      plugins: {
        ...options?.plugins,
        title: { display: true, text: chart.title, color: '#1d2a33', font: { ...font, size: 22 } },
        subtitle: { display: true, text: inWords, color: '#55636d', padding: { bottom: 16 }, font },
      },
    },
    plugins: [whiteGround],
  })
  canvas.toBlob((blob) => {
    drawn.destroy()
    if (!blob) return
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = `con-so-${chart.id}.png`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }, 'image/png')
}

const whiteGround = {
  id: 'white-ground',
  beforeDraw: ({ ctx, width, height }: Chart) => {
    ctx.save()
    ctx.fillStyle = '#ffffff'
    ctx.fillRect(0, 0, width, height)
    ctx.restore()
  },
}

function configOf(chart: ChartData): ChartConfiguration {
  const isLine = chart.shape === 'days'
  const rows = rowsOf(chart)
  const series = chart.columns.flatMap(({ title, drawn }, at) => (drawn ? [{ title, at }] : []))
  const axis = { ticks: { font, precision: 0 }, beginAtZero: true }
  const names = { ticks: { font, autoSkip: isLine }, grid: { display: false } }
  return {
    type: isLine ? 'line' : 'bar',
    data: {
      labels: rows.map(([name]) => short(typeof name === 'string' ? name : '')),
      datasets: series.map(({ title, at }, i) => ({
        label: title,
        data: rows.map((row) => (typeof row[at] === 'number' ? row[at] : null)),
        ...{ backgroundColor: colours[i] ?? '#55636d', borderColor: colours[i] ?? '#55636d' },
        ...(isLine ? { borderWidth: 2, pointRadius: 2, borderDash: dashes[i] ?? [] } : {}),
      })),
    },
    options: {
      ...{ animation: false, responsive: true, maintainAspectRatio: false, locale: 'vi-VN' },
      indexAxis: isLine ? 'x' : 'y',
      scales: isLine ? { x: names, y: axis } : { x: axis, y: names },
      plugins: { legend: { display: series.length > 1, position: 'bottom', labels: { font } } },
    },
  }
}

/** A day without its year: the filter says it. */
const short = (whole: string) => {
  const name = whole.replace(/\/\d{4}$/, '')
  return [...name].length > LONGEST_NAME ? `${[...name].slice(0, LONGEST_NAME - 1).join('')}…` : name
}
