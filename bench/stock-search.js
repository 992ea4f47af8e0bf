({
  // Types of the worker's messages: 0 set up, 1 ready, 2 query, 3 result: pages with their sections.
  setUp([url, index]) {
    return new Promise((resolve) => {
      globalThis.worker = new Worker(url);
      worker.onmessage = resolve;
      worker.postMessage({ type: 0, data: { ...JSON.parse(index), options: {} } });
    });
  },

  ask(query) {
    return new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data.data.items.map(([page]) => page.location));
      worker.postMessage({ type: 2, data: query });
    });
  },
})
