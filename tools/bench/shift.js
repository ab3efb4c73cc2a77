// Runs in the page before its own scripts: adds up how far things move by themselves (Layout Instability API).
() => {
  globalThis.benchShift = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.benchShift += value;
  }).observe({ type: "layout-shift", buffered: true });
}
