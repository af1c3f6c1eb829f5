import { useEffect, useState } from 'react'

const EVERY_MS = 1_000

/** The server's clock going on: its last known time and what has passed here since. Milliseconds since the epoch. */
export function useNow(serverNow: string): number {
  const [since, setSince] = useState({ server: serverNow, here: Date.now() })
  const [here, setHere] = useState(Date.now())
  if (since.server !== serverNow) setSince({ server: serverNow, here: Date.now() })
  useEffect(() => {
    const timer = setInterval(() => setHere(Date.now()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return Date.parse(since.server) + Math.max(0, here - since.here)
}
