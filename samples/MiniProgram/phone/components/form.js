import slot from './slot.wxml'

/** <form>, whose submit event carries the values of its named inputs. */
export const form = (define) =>
  define.template(slot).lifetime('created', function () {
    this.$$.addEventListener('submit', (event) => {
      event.preventDefault()
      // The engine would hand the page this event too, without the values.
      event.stopImmediatePropagation()
      const inputs = [...this.$$.querySelectorAll('input')]
      this.triggerEvent('submit', { value: Object.fromEntries(inputs.map(({ name, value }) => [name, value])) })
    })
  })
