const marks = { sending: 'Đang gửi…', delivered: 'Đã nhận', seen: 'Đã xem', failed: 'Chưa gửi được' }
const wordless = { sticker: '[Nhãn dán]', image: '[Ảnh]', audio: '[Ghi âm]', location: '[Vị trí]' }
const KEEP = 200

/** One citizen's phone. It keeps what it has shown in this browser, as a real phone does when our server restarts. */
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
  const history = JSON.parse(localStorage.getItem(store) ?? '[]')

  function show(line) {
    const known = history.findIndex(({ id }) => id === line.id)
    if (known < 0) history.push(line)
    else history[known] = line
    localStorage.setItem(store, JSON.stringify(history.slice(-KEEP)))
    draw(line)
  }

  function draw(line) {
    const old = chat.querySelector(`[data-id="${CSS.escape(line.id)}"]`)
    const item = asItem(line)
    if (old) {
      old.replaceWith(item)
      return
    }
    chat.append(item)
    root.classList.add('talking')
    quick.replaceChildren(
      ...(channel === 'messenger' && line.from === 'page' ? line.buttons.map(button) : []),
    )
    toNewest()
  }

  /** After the quick replies have taken their room, or the phone has come into view. */
  function toNewest() {
    chat.scrollTop = chat.scrollHeight
  }

  function asItem({ id, from, by, text, what, picture, buttons, mark }) {
    const item = document.createElement('li')
    item.className = from === 'person' ? 'mine' : 'bot'
    item.dataset.id = id
    const bubble = document.createElement('div')
    bubble.className = 'bubble'
    if (picture) bubble.append(image(picture, text), text)
    else bubble.textContent = text || wordless[what] || '[Tin khác]'
    item.append(bubble)
    if (from === 'page' && channel === 'zalo') item.append(...buttons.map(button))
    const note = document.createElement('small')
    note.className = 'mark'
    const speaker = by === 'staff' ? 'Cán bộ · ' : ''
    note.textContent =
      from === 'person' ? marks[mark] : `${speaker}${[...text].length}/2.000 chữ · ${marks[mark]}`
    item.append(note)
    return item
  }

  /** Of a platform that forgot it (our server restarted) only the words are left. */
  function image(address, words) {
    const shown = document.createElement('img')
    shown.src = address
    shown.alt = words || 'Ảnh của trang'
    shown.addEventListener('load', toNewest)
    return shown
  }

  function button({ label, payload }) {
    const tap = document.createElement('button')
    tap.type = 'button'
    tap.className = 'choice'
    tap.textContent = label
    tap.addEventListener('click', () => void act({ act: 'tap', label, payload }))
    return tap
  }

  async function act(body) {
    const answer = await fetch(`/simulator/${channel}/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person, ...body }),
    }).catch(() => undefined)
    root.classList.toggle('offline', !answer?.ok)
  }

  root.querySelector('.say').addEventListener('submit', (event) => {
    event.preventDefault()
    const input = event.target.elements.text
    const text = input.value.trim()
    input.value = ''
    if (text) void act({ act: event.submitter?.value === 'staff' ? 'staff' : 'say', text })
  })
  for (const example of root.querySelectorAll('.try button')) {
    example.addEventListener('click', () => void act({ act: 'say', text: example.textContent }))
  }
  for (const extra of root.querySelectorAll('[data-send]')) {
    const what = extra.dataset.send
    extra.addEventListener(
      'click',
      () => void act(what === 'follow' ? { act: 'arrive' } : { act: 'send', what }),
    )
  }
  history.forEach(draw)
  return { show, toNewest }
}
