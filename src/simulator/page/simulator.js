import { agentPhone } from './agent-phone.js'
import { phone } from './phone.js'

const person = localStorage.getItem('person') ?? Math.random().toString(36).slice(2, 10).padEnd(6, '0')
localStorage.setItem('person', person)

const phones = {
  zalo: phone(document.querySelector('[data-channel=zalo]'), person, {
    name: 'BHXH tỉnh · Zalo OA',
    arrive: 'Quan tâm OA',
    limits: 'Zalo: một tin tối đa 2.000 chữ, 5 nút. Trả lời miễn phí trong 48 giờ, khoá sau 7 ngày.',
  }),
  messenger: phone(document.querySelector('[data-channel=messenger]'), person, {
    name: 'BHXH tỉnh · Messenger',
    arrive: 'Bắt đầu',
    limits:
      'Messenger: một tin tối đa 2.000 chữ, 13 nút nhanh (20 chữ một nút). Bot chỉ trả lời trong 24 giờ.',
  }),
}
const agent = agentPhone(document.querySelector('[data-channel=agent]'))

const events = new EventSource(`/simulator/events?person=${person}`)
events.addEventListener('line', ({ data }) => {
  const { channel, line } = JSON.parse(data)
  phones[channel].show(line)
})
events.addEventListener('notice', ({ data }) => agent.receive(JSON.parse(data)))

const stage = document.querySelector('.stage')
for (const tab of document.querySelectorAll('[data-show]')) {
  tab.addEventListener('click', () => {
    stage.dataset.showing = tab.dataset.show
    phones[tab.dataset.show]?.toNewest()
    for (const other of document.querySelectorAll('[data-show]')) {
      other.setAttribute('aria-pressed', String(other === tab))
    }
  })
}
