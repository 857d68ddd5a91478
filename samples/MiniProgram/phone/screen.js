import * as glassEasel from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { defineComponents } from './components/all.js'

/** Runs a mini program's pages on WeChat's own component engine, and keeps their stack. */
export function createScreen({ config, style, pages }, { body, title, backButton }) {
  const env = new MiniProgramEnv()
  const space = env.createCodeSpace('', true)
  const context = new glassEasel.CurrentWindowBackendContext()
  const backend = env.associateBackend(context)
  const stack = []

  // Until someone listens here, taps silently do nothing.
  context.onEvent((target, type, detail, options) => {
    glassEasel.Event.dispatchEvent(target, new glassEasel.Event(type, detail, options))
  })

  function addStyle(path, css) {
    space.addStyleSheet(path, path)
    backend.registerStyleSheetContent(path, css)
  }

  function top() {
    const page = stack.at(-1)
    stack.forEach(({ element }) => (element.hidden = element !== page.element))
    title.textContent = page.title
    backButton.hidden = stack.length < 2
    return page
  }

  return {
    load(phone) {
      defineComponents(env, space, phone)
      addStyle('app', style)
      for (const [path, page] of Object.entries(pages)) {
        space.addComponentStaticConfig(path, page.config)
        space.addCompiledTemplate(path, page.template)
        addStyle(path, page.style)
        space.globalComponentEnv(globalThis, path, page.run)
      }
    },

    open(url) {
      const path = url.replace(/^\//, '')
      const root = backend.createRoot('page', space, path)
      const placeholder = body.appendChild(document.createElement('div'))
      root.attach(body, placeholder)
      const page = root.get()
      stack.push({ root, page, element: body.lastElementChild, title: pages[path].config.navigationBarTitleText ?? config.window.navigationBarTitleText })
      top()
      page.onLoad?.({})
      page.onShow?.()
      page.onReady?.()
    },

    pages: () => stack.map(({ page }) => page),

    back() {
      if (stack.length < 2) return
      const { root, page, element } = stack.pop()
      page.onUnload?.()
      root.release()
      element.remove()
      top().page.onShow?.()
    },
  }
}
