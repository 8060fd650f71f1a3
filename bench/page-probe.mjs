/**
 * Runs in the measured page before its own scripts, ours and the floor's alike:
 * what it sees is what a reader sees. Plain script, no imports.
 */
{
  const probe = { shifts: 0 }
  window.benchProbe = probe

  /** After the frame that is being made now has been handed over. */
  const painted = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now())
        port2.postMessage(null)
      }),
    )
  const rows = () => [...document.querySelectorAll('[data-span-row]')]

  probe.firstRow = new Promise((resolve) => {
    const watcher = new MutationObserver(() => {
      if (!document.querySelector('[data-span-row]')) return
      watcher.disconnect()
      resolve(painted())
    })
    watcher.observe(document, { childList: true, subtree: true })
  })

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (!entry.hadRecentInput) probe.shifts += entry.value
  }).observe({ type: 'layout-shift', buffered: true })

  /** When the trace had been read off the network. */
  probe.arrivedAt = (name) =>
    performance.getEntriesByType('resource').find((e) => e.name.includes(name))
      ?.responseEnd ?? NaN

  /** What scrolls when a reader turns the wheel over a row. */
  probe.scroller = () => {
    let element = rows()[0]
    while (element && !/auto|scroll/.test(getComputedStyle(element).overflowY))
      element = element.parentElement
    return element ?? document.scrollingElement
  }

  /** Counts frames, and the longest wait for one, until it is stopped. */
  probe.watchFrames = () => {
    const startedAt = performance.now()
    const seen = { frames: 0, worstMs: 0, forMs: 0, long: [] }
    let before = startedAt
    let request = requestAnimationFrame(function frame() {
      const now = performance.now()
      seen.frames++
      seen.worstMs = Math.max(seen.worstMs, now - before)
      if (now - before > 34) seen.long.push(Math.round(now - before))
      before = now
      request = requestAnimationFrame(frame)
    })
    return () => {
      cancelAnimationFrame(request)
      return { ...seen, forMs: performance.now() - startedAt }
    }
  }

  /** Scrolls down the list by so much a frame, for so long. */
  probe.scroll = async (forMs, pixels) => {
    const scroller = probe.scroller()
    scroller.scrollTop = 0
    await painted()
    const stop = probe.watchFrames()
    const endsAt = performance.now() + forMs
    let emptyFrames = 0
    while (performance.now() < endsAt) {
      scroller.scrollTop += pixels
      await new Promise((next) => requestAnimationFrame(next))
      if (rows().length === 0) emptyFrames++
    }
    return { ...stop(), emptyFrames, scrolled: scroller.scrollTop }
  }

  /** The middles of rows on the screen, each to be clicked once. */
  probe.places = (count) => {
    const box = probe.scroller().getBoundingClientRect()
    return rows()
      .filter((row) => !row.matches('.is-selected'))
      .map((row) => row.getBoundingClientRect())
      .filter(({ top, bottom }) => top > box.top + 60 && bottom < box.bottom)
      .slice(0, count)
      .map(({ left, top, height }) => ({ x: left + 60, y: top + height / 2 }))
  }

  /** From the press of the button, by its own time stamp, to the next paint. */
  probe.awaitClick = () => {
    probe.click = new Promise((resolve) =>
      addEventListener(
        'click',
        async ({ timeStamp, target }) => {
          const row = target.closest('[data-span-row]')
          const id = row?.dataset.spanRow
          const at = await painted()
          const now = document.querySelector(`[data-span-row="${id}"]`)
          const isOpen = now?.matches('.is-selected') ?? false
          resolve({ ms: at - timeStamp, isOpen })
        },
        { capture: true, once: true },
      ),
    )
  }

  /** The row at the top of what is seen, and where it stands on the screen. */
  probe.topRow = () => {
    const { top } = probe.scroller().getBoundingClientRect()
    const row = rows().find((one) => one.getBoundingClientRect().top >= top)
    return { id: row?.dataset.spanRow, y: row?.getBoundingClientRect().top }
  }
  probe.placeOf = (id) =>
    document.querySelector(`[data-span-row="${id}"]`)?.getBoundingClientRect()
      .top ?? null
}
