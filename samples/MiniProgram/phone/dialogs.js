import { element } from './element.js'

/** WeChat's own dialogs, drawn over the mini program. Each answers with a promise of what the person chose. */
export function createDialogs(over, appName) {
  const ask = (className, build) =>
    new Promise((resolve) => {
      const shade = element('div', { className: `shade ${className}`, role: 'dialog' })
      const button = (text, value, kind = '') => {
        const choice = element('button', { className: kind, type: 'button', textContent: text })
        choice.addEventListener('click', () => {
          shade.remove()
          resolve(value)
        })
        return choice
      }
      shade.append(element('div', { className: 'dialog' }, ...build(button)))
      over.append(shade)
    })

  return {
    modal: ({ title, content, confirmText = '确定', cancelText = '取消' }) =>
      ask('modal', (button) => [
        element('h2', { textContent: title }),
        element('p', { textContent: content }),
        element('footer', {}, button(cancelText, false), button(confirmText, true, 'yes')),
      ]),

    authorise: ({ title, subject, picture, desc }) =>
      ask('sheet', (button) => [
        element('small', { textContent: `${appName}  申请` }),
        element('h2', { textContent: title }),
        element('div', { className: 'subject' }, picture && element('img', { src: picture, alt: '' }), subject),
        element('p', { textContent: desc ?? '' }),
        element('footer', {}, button('拒绝', false), button('允许', true, 'yes')),
      ]),

    choose: (choices) =>
      ask('menu', (button) => [
        ...Object.entries(choices).map(([value, text]) => button(text, value)),
        button('取消', null, 'cancel'),
      ]),
  }
}
