import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'

/** Lets esbuild import a mini program's files unchanged: `mini-program` itself, and its .wxml and .wxss. */
export const miniProgram = (root) => ({
  name: 'mini-program',
  setup(build) {
    build.onResolve({ filter: /^mini-program$/ }, () => ({ path: 'mini-program', namespace: 'mini-program' }))
    build.onLoad({ filter: /.*/, namespace: 'mini-program' }, async () => ({ contents: await entry(root), resolveDir: root }))
    build.onLoad({ filter: /\.wxml$/ }, async ({ path }) => ({ contents: compile(await readFile(path, 'utf8'), path) }))
    build.onLoad({ filter: /\.wxss$/ }, async ({ path }) => ({ contents: toCss(await readFile(path, 'utf8')), loader: 'text' }))
  },
})

async function entry(root) {
  const app = JSON.parse(await readFile(join(root, 'app.json'), 'utf8'))
  const pages = app.pages.map((page) => `${JSON.stringify(page)}: {
    config: require('./${page}.json'),
    template: require('./${page}.wxml').default,
    style: require('./${page}.wxss'),
    run: () => require('./${page}.js'),
  }`)
  return `export const config = require('./app.json')
export const style = require('./app.wxss')
export const run = () => require('./app.js')
export const pages = { ${pages} }`
}

function compile(wxml, path) {
  const group = new TmplGroup()
  const faults = group.addTmpl('', wxml)
  if (faults.length) throw new Error(`${path}: ${JSON.stringify(faults)}`)
  return `const groupList = ${group.getTmplGenObjectGroups()}
// Without the fallback, bindtap on a plain <view> is silently no listener.
export default { groupList, content: groupList[''], fallbackListenerOnNativeNode: true }`
}

/** The phone's screen is 375 px wide, which a mini program calls 750 rpx. */
const toCss = (wxss) => wxss.replace(/([\d.]+)rpx/g, (_, width) => `${width / 2}px`)
