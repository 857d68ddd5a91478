/** What a person does to the phone itself. Each opens the mini program anew. */
export function showSwitches(form, versions, current) {
  form.library.append(...versions.map(([version, ways]) => new Option(`${version}  ${ways}`, version, false, version === current)))
  form.library.addEventListener('change', () => reopen({ library: form.library.value }))
  form.reopen.addEventListener('click', () => reopen({}))
  form.another.addEventListener('click', () => {
    localStorage.removeItem('phone.openId')
    reopen({ openId: '' })
  })
}

function reopen(changes) {
  const query = new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(location.search)), ...changes })
  location.search = query
}
