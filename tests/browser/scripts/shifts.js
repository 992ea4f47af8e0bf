// Records layout shifts in window.__shifts, those before the observer is called too.
window.__shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const names = entry.sources.map(({ node }) => `${node?.nodeName}.${node?.className ?? ""}`);
    window.__shifts.push(`${entry.value.toFixed(4)} ${names.join(" ")}`);
  }
}).observe({ type: "layout-shift", buffered: true });
