import { copyFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { miniProgram } from './mini-program.mjs'

const phone = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

await rm(phone('dist'), { recursive: true, force: true })
await build({
  entryPoints: [phone('phone.js'), phone('phone.css')],
  outdir: phone('dist'),
  bundle: true,
  minify: true,
  sourcemap: true,
  target: 'es2020',
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.png': 'dataurl' },
  plugins: [miniProgram(phone('..'))],
})
await copyFile(phone('index.html'), phone('dist/index.html'))
