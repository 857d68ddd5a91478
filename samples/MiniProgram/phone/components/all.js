import { button } from './button.js'
import { form } from './form.js'
import { image } from './image.js'
import { input } from './input.js'
import { openData } from './open-data.js'

const components = { button, form, image, input, 'open-data': openData }

/** WeChat's built-in components, of those that the sample uses. <view> and <text> need no code: they are plain elements. */
export function defineComponents(env, space, phone) {
  const builtIn = env.getGlobalCodeSpace().getComponentSpace()
  for (const [name, define] of Object.entries(components)) {
    space.getComponentSpace().setGlobalUsingComponent(name, define(builtIn.define(name), phone).registerComponent())
  }
}
