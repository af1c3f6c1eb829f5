/** The agent's phone: template messages as Zalo shows them, the newest on top, and the lead's page once its link is tapped. */
export function agentPhone(root) {
  const notices = root.querySelector('.notices')
  const frame = root.querySelector('.lead')
  const seen = new Set()

  function open(link) {
    frame.hidden = false
    frame.src = new URL(link).pathname
  }

  return {
    receive({ id, phone, title, lines, link }) {
      if (seen.has(id)) return
      seen.add(id)
      notices.querySelector('.empty')?.remove()
      const card = document.createElement('article')
      const head = document.createElement('b')
      head.textContent = title
      const to = document.createElement('small')
      to.textContent = `Gửi tới ${phone}`
      card.append(head, to)
      for (const line of lines) {
        const row = document.createElement('p')
        row.textContent = line
        card.append(row)
      }
      if (link) {
        const tap = document.createElement('button')
        tap.type = 'button'
        tap.textContent = 'Mở phiếu'
        tap.addEventListener('click', () => open(link))
        card.append(tap)
      }
      notices.prepend(card)
      notices.scrollTop = 0
    },
  }
}
