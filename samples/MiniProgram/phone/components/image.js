import { sourceOf } from '../pictures.js'
import template from './image.wxml'

/** <image>: a picture in a box. */
export const image = (define) =>
  define
    .property('src', String)
    .property('mode', String)
    .data(() => ({ source: '' }))
    .template(template)
    .observer('src', function (src) {
      this.setData({ source: src ? sourceOf(src) : '' })
    })
