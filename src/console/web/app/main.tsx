import './app.css'
import { Router } from 'wouter'
import { start } from '../shared/root.tsx'
import { AgentApp } from './agent-app.tsx'

start(
  <Router base="/app">
    <AgentApp />
  </Router>,
)

if ('serviceWorker' in navigator) {
  void navigator.serviceWorker
    .register('/app/sw.js', { scope: '/app/' })
    .then(() => navigator.serviceWorker.ready)
    .then(({ active }) => active?.postMessage('keep-files'))
    .catch(() => undefined) // without it the app works while there is a network
}
