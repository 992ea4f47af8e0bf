// Times each key from its press; a message is delivered after the next frame is painted.
() => {
  globalThis.times = [];
  let pressed;
  addEventListener("keydown", (event) => pressed = event.timeStamp, true);
  addEventListener("input", () => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => times.push(performance.now() - pressed);
      port2.postMessage(null);
    });
  });
}
