import { Router } from 'wouter'
import { start } from '../shared/root.tsx'
import { ConsoleApp } from './console-app.tsx'

start(
  <Router base="/quan-tri">
    <ConsoleApp />
  </Router>,
)
