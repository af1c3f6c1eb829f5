const marks = {
  sending: 'Đang gửi…',
  sent: 'Đã gửi',
  delivered: 'Đã nhận',
  seen: 'Đã xem',
  failed: 'Chưa gửi được',
}
const wordless = {
  sticker: '[Nhãn dán]',
  image: '[Ảnh]',
  audio: '[Ghi âm]',
  location: '[Vị trí]',
  follow: '',
}

/** One citizen's phone: keeps its own history in this browser, so that a restart of the server loses nothing seen. */
export function phone(root, person, { name, arrive, limits }) {
  const { channel } = root.dataset
  const store = `chat:${channel}:${person}`
  root.append(document.querySelector('#phone').content.cloneNode(true))
  root.querySelector('.bar b').textContent = name
  root.querySelector('.bar small').textContent = 'Trò chuyện tự động'
  root.querySelector('.limits').textContent = limits
  root.querySelector('[data-send=follow]').textContent = arrive
  const chat = root.querySelector('.chat')
  const quick = root.querySelector('.quick')
  let history = JSON.parse(localStorage.getItem(store) ?? '[]')

  function keep() {
    localStorage.setItem(store, JSON.stringify(history.slice(-200)))
  }

  function draw(message) {
    const item = document.createElement('li')
    item.className = message.mine ? 'mine' : 'bot'
    item.dataset.id = message.id
    const bubble = document.createElement('div')
    bubble.className = 'bubble'
    bubble.textContent = message.text
    item.append(bubble)
    if (!message.mine && channel === 'zalo') item.append(...message.buttons.map(button))
    const note = document.createElement('small')
    note.className = 'mark'
    note.textContent = message.mine
      ? marks[message.mark ?? 'sending']
      : `${[...message.text].length}/2000 chữ`
    item.append(note)
    chat.append(item)
    chat.scrollTop = chat.scrollHeight
  }

  function button({ label, payload }) {
    const tap = document.createElement('button')
    tap.type = 'button'
    tap.className = 'choice'
    tap.textContent = label
    tap.addEventListener('click', () => send({ what: 'tap', text: label, payload }))
    return tap
  }

  function showQuick(buttons) {
    quick.replaceChildren(...(channel === 'messenger' ? buttons.map(button) : []))
  }

  async function send(body) {
    const id = `me-${Date.now()}-${Math.random().toString(36).slice(2, 6)}`
    const text = body.text ?? wordless[body.what]
    if (text) {
      const message = { id, mine: true, text, mark: 'sending' }
      history.push(message)
      draw(message)
    }
    showQuick([])
    keep()
    const answer = await fetch(`/simulator/${channel}/say`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person, id, ...body }),
    }).catch(() => undefined)
    mark(id, answer?.ok ? 'sent' : 'failed')
  }

  function mark(id, to) {
    const message = history.find((one) => one.id === id)
    if (!message || message.mark === 'seen' || (message.mark === 'delivered' && to === 'sent')) return
    message.mark = to
    keep()
    const note = chat.querySelector(`[data-id="${CSS.escape(id)}"] .mark`)
    if (note) note.textContent = marks[to]
  }

  function receive({ id, text, buttons }) {
    if (history.some((one) => one.id === id)) return
    const message = { id, mine: false, text, buttons }
    history.push(message)
    draw(message)
    showQuick(buttons)
    keep()
  }

  root.querySelector('.say').addEventListener('submit', (event) => {
    event.preventDefault()
    const input = event.target.elements.text
    const text = input.value.trim()
    input.value = ''
    if (text) void send({ what: 'text', text })
  })
  for (const extra of root.querySelectorAll('[data-send]')) {
    extra.addEventListener('click', () => void send({ what: extra.dataset.send }))
  }
  history.forEach(draw)
  const last = history.at(-1)
  if (last && !last.mine) showQuick(last.buttons)
  return { receive, mark }
}
