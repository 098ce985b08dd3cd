// One key for each decision on the Board's desk. Every control works without it, and a button
// turns the keys off for good, for people whose speech software presses keys (WCAG 2.1.4).
(() => {
  const OFF = "board-keys-off"
  const bar = document.querySelector("[data-board-keys]")
  const controls = [...document.querySelectorAll("[data-key]")]
  if (!bar || !controls.length) return

  const stored = (value) => {
    try {
      if (value === undefined) return localStorage.getItem(OFF)
      if (value) localStorage.setItem(OFF, value)
      else localStorage.removeItem(OFF)
    } catch { /* no storage: the keys are on, and the button lasts as long as the page */ }
    return value
  }
  let on = !stored()

  const toggle = document.createElement("button")
  toggle.type = "button"
  toggle.className = "board-bar__keys"
  bar.append(toggle)

  const draw = () => {
    toggle.textContent = on ? "Single keys are on: turn off" : "Single keys are off: turn on"
    document.documentElement.classList.toggle("board-keys", on)
    for (const control of controls) {
      if (on) control.setAttribute("aria-keyshortcuts", control.dataset.key)
      else control.removeAttribute("aria-keyshortcuts")
    }
  }
  toggle.addEventListener("click", () => {
    on = !on
    stored(on ? "" : "1")
    draw()
  })

  const types = (target) =>
    target.closest("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])")
  const isSeen = (control) => control.getClientRects().length > 0

  document.addEventListener("keydown", (event) => {
    const isPlain = !(event.ctrlKey || event.altKey || event.metaKey || event.repeat)
    if (!on || !isPlain || event.isComposing || types(event.target)) return
    const key = event.key.toUpperCase()
    const control = controls.find((one) => one.dataset.key === key && isSeen(one))
    if (!control) return
    event.preventDefault()
    control.click()
    if (control.matches("summary")) {
      const inside = control.parentElement.querySelector("input:not([type=hidden])")
      if (control.parentElement.open && inside) inside.focus()
    } else if (control.matches("input[type=radio]")) {
      control.form.querySelector("[type=submit]").focus()
    }
  })
  draw()
})()
